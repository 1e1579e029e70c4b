// 可办理事项: what this officer can do with the case now, and, folded, why everything else cannot be done.
import type { ComplaintDetail } from '@jieban/contracts/api/complaint';
import type { OfferedMovesView } from '@jieban/contracts/api/moves';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../ui/problem-alert';
import { MoveForm } from './move-form';
import { movesQuery } from './move-queries';
import { MoveStanding } from './move-standing';

export function MovesPanel({ detail }: { detail: ComplaintDetail }): ReactElement {
  const { t } = useTranslation();
  const moves = useQuery(movesQuery(detail.id));
  return (
    <section className="panel stack">
      <h2>{t('moves.title')}</h2>
      {moves.isError && <ProblemAlert error={moves.error} onRetry={() => void moves.refetch()} />}
      {moves.data !== undefined && (
        <>
          <MoveStanding offered={moves.data} />
          <OpenMoves detail={detail} offered={moves.data} />
          <ClosedMoves closed={moves.data.closed} />
        </>
      )}
    </section>
  );
}

function OpenMoves({ detail, offered }: { detail: ComplaintDetail; offered: OfferedMovesView }): ReactElement {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const { open, draft } = offered;
  const form = open.find(({ move }) => move === chosen);
  if (open.length === 0) return <span className="muted">{t('moves.none')}</span>;
  return (
    <>
      <div className="row" role="group" aria-label={t('moves.title')}>
        {open.map(({ move }) => (
          <Button key={move} aria-expanded={move === chosen} onClick={() => setChosen(move === chosen ? null : move)}>
            {t(`move.${move}`)}
          </Button>
        ))}
      </div>
      {form !== undefined && (
        <MoveForm
          key={form.move}
          detail={detail}
          offered={form}
          draft={draft?.text ?? null}
          onDone={() => setChosen(null)}
        />
      )}
    </>
  );
}

function ClosedMoves({ closed }: Pick<OfferedMovesView, 'closed'>): ReactElement {
  const { t } = useTranslation();
  return (
    <details>
      <summary>{t('moves.closed', { n: closed.length })}</summary>
      <dl className="facts">
        {closed.map(({ move, reason }) => (
          <div key={move}>
            <dt>{t(`move.${move}`)}</dt>
            <dd className="muted">{reason}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
