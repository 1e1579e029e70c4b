import { Tooltip } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { fullInstantText, instantText } from './shanghai-text';
import { useNow } from './use-now';

/** `11-23 周一 14:32`; hovering gives the seconds and the year. */
export function Instant({ at }: { at: string }): ReactElement {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const instant = new Date(at);
  return (
    <Tooltip title={fullInstantText(instant, t)}>
      <time dateTime={at} className="nowrap">
        {instantText(instant, now, t)}
      </time>
    </Tooltip>
  );
}
