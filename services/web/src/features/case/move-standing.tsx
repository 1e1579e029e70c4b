// What waits on a decision, and what was decided beside the state: requests, suspension, redo, the draft under review.
import type { OfferedMovesView } from '@jieban/contracts/api/moves';
import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import type { TFunction } from 'i18next';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { unitsQuery } from '../../api/units-query';

export function MoveStanding({ offered }: { offered: OfferedMovesView }): ReactElement | null {
  const { t } = useTranslation();
  const units = useQuery(unitsQuery);
  const { suspension, innerDueOn, reopenedCount, requests, draft } = offered;
  const unitName = (id: string | null) => units.data?.items.find((unit) => unit.id === id)?.name ?? '';
  const lines = [
    ...(suspension === null ? [] : [t('moves.suspendedUntil', { plan: suspension.plan, on: suspension.reviewOn })]),
    ...(reopenedCount === 0 ? [] : [t('moves.reopened', { n: reopenedCount })]),
    ...(innerDueOn === null ? [] : [t('moves.innerDueOn', { on: innerDueOn })]),
    ...requests.map((request) => requestText(request, unitName(request.unitId), t)),
  ];
  if (lines.length === 0 && draft === null) return null;
  return (
    <div className="stack">
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
      {draft !== null && (
        <div>
          {t('moves.draft')} <Tag>{t(draft.isApproved ? 'moves.draftApproved' : 'moves.draftWaiting')}</Tag>
          <p className="pre-line">{draft.text}</p>
        </div>
      )}
    </div>
  );
}

function requestText(
  { kind, days, reason, plan, reviewOn }: OfferedMovesView['requests'][number],
  unit: string,
  t: TFunction,
): string {
  if (kind === 'extension') return t('moves.askedExtension', { days, reason });
  if (kind === 'suspension') return t('moves.askedSuspension', { plan, on: reviewOn });
  return t('moves.askedJoint', { unit, reason });
}
