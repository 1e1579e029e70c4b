// 催办/督办: what a supervisor asks of the units that handle the chosen cases. The bar is always there, so that the first
// choice moves no row away from under the pointer.
import type { BoardRow } from '@jieban/contracts/api/board';
import { MOST_CASES_PER_ORDER, type OrderKind } from '@jieban/domain/supervision/order-kinds';
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { IssueOrderDialog } from './issue-order-dialog';

interface IssueOrderProps {
  readonly rows: readonly BoardRow[];
  readonly chosen: readonly BoardRow[];
  readonly onChoose: (complaintIds: readonly string[]) => void;
}

export function IssueOrder({ rows, chosen, onChoose }: IssueOrderProps): ReactElement {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const areTooMany = chosen.length > MOST_CASES_PER_ORDER;
  // Only what is overdue can be urged; an urging is then what is meant as a rule.
  const usualKind: OrderKind = chosen.every(({ light }) => light === 'overdue') ? 'urging' : 'supervision';
  const areAllChosen = chosen.length === rows.length;
  return (
    <section className="row" aria-label={t('orderIssue.barLabel')}>
      <Button type="primary" disabled={chosen.length === 0 || areTooMany} onClick={() => setIsOpen(true)}>
        {t('orderIssue.open')}
      </Button>
      <Button onClick={() => onChoose(areAllChosen ? [] : rows.map(({ complaintId }) => complaintId))}>
        {areAllChosen ? t('orderIssue.clearChosen') : t('orderIssue.chooseAll', { n: rows.length })}
      </Button>
      <span aria-live="polite">
        {chosen.length === 0 ? t('orderIssue.noneChosen') : t('orderIssue.chosen', { n: chosen.length })}
        {areTooMany && ` ${t('orderIssue.tooMany', { most: MOST_CASES_PER_ORDER })}`}
      </span>
      {isOpen && (
        <IssueOrderDialog
          chosen={chosen}
          usualKind={usualKind}
          onClose={() => setIsOpen(false)}
          onIssued={() => {
            setIsOpen(false);
            onChoose([]);
          }}
        />
      )}
    </section>
  );
}
