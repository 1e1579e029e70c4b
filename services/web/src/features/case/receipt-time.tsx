import type { ComplaintDetail } from '@jieban/contracts/api/complaint';
import { civilDateOf } from '@jieban/domain/time/civil-date';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../ui/instant';
import { dayText } from '../../ui/shanghai-text';
import { useNow } from '../../ui/use-now';

/** A letter and a referral are known by their day; an hour that nobody wrote down is not shown. */
export function ReceiptTime({ channel, receivedAt }: Pick<ComplaintDetail, 'channel' | 'receivedAt'>): ReactElement {
  const { t } = useTranslation();
  const today = civilDateOf(useNow(60_000));
  if (channel !== 'letter' && channel !== 'petition') return <Instant at={receivedAt} />;
  return (
    <time dateTime={receivedAt.slice(0, 10)} className="nowrap">
      {dayText(civilDateOf(new Date(receivedAt)), today, t)}
    </time>
  );
}
