import type { Light } from '@jieban/domain/complaint/vocabulary';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LIGHT_LOOKS, lightWords } from './light-words';

/** `■ 超期 5天`, `● 正常`. */
export function LightMark({ light, daysOver = 0 }: { light: Light; daysOver?: number }): ReactElement {
  const { t } = useTranslation();
  const look = LIGHT_LOOKS[light];
  return (
    <span className="light-mark" style={{ color: look.colour }}>
      <span aria-hidden="true">{look.symbol}</span> {lightWords(light, daysOver, t)}
    </span>
  );
}
