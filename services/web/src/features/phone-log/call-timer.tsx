import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { durationText } from '../../ui/shanghai-text';
import { useNow } from '../../ui/use-now';

export function CallTimer({ startedAt }: { startedAt: string | null }): ReactElement {
  const { t } = useTranslation();
  const now = useNow(1000);
  const time = startedAt === null ? '--:--' : durationText(now.getTime() - Date.parse(startedAt));
  // A timer that a screen reader announced every second would drown the caller.
  return (
    <strong role="timer" aria-live="off">
      {t('phone.talk', { time })}
    </strong>
  );
}
