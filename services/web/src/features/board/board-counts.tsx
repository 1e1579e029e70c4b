import type { BoardCounts } from '@jieban/contracts/api/board';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LIGHT_LOOKS, LIGHTS_BY_SEVERITY } from '../../ui/light-words';
import { withFilter, type BoardSearch } from './board-search';

interface BoardCountsProps {
  readonly counts: BoardCounts['counts'] | undefined;
  readonly search: BoardSearch;
}

/** Each figure opens exactly the list that it counts; choosing it again takes the filter away. */
export function BoardCountLinks({ counts, search }: BoardCountsProps): ReactElement {
  const { t } = useTranslation();
  return (
    <nav className="light-counts" aria-label={t('board.countsLabel')}>
      {LIGHTS_BY_SEVERITY.map((light) => {
        const isChosen = search.light === light;
        const look = LIGHT_LOOKS[light];
        const words = t(`light.${light}`);
        const n = counts?.[light];
        return (
          <Link
            key={light}
            to="/board"
            search={withFilter(search, 'light', isChosen ? undefined : light)}
            className={isChosen ? 'light-count chosen' : 'light-count'}
            style={{ color: look.colour }}
            aria-label={t('board.countHint', { light: words, n: n ?? '…' })}
            aria-current={isChosen ? 'true' : undefined}
          >
            <span>
              <span aria-hidden="true">{look.symbol}</span> {words}
            </span>
            <span className="figure">{n ?? '…'}</span>
          </Link>
        );
      })}
    </nav>
  );
}
