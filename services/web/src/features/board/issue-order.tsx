// 催办/督办: what a supervisor asks of the units that handle the chosen cases.
import type { BoardRow } from '@jieban/contracts/api/board';
import { MOST_CASES_PER_ORDER, type OrderKind } from '@jieban/domain/supervision/order-kinds';
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { IssueOrderDialog } from './issue-order-dialog';

interface IssueOrderProps {
  readonly chosen: readonly BoardRow[];
  readonly onClear: () => void;
}

/** Stands above the table as long as cases are chosen. */
export function IssueOrder({ chosen, onClear }: IssueOrderProps): ReactElement {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const areTooMany = chosen.length > MOST_CASES_PER_ORDER;
  // Only what is overdue can be urged; an urging is then what is meant as a rule.
  const usualKind: OrderKind = chosen.every(({ light }) => light === 'overdue') ? 'urging' : 'supervision';
  return (
    <section className="row panel" aria-live="polite">
      <span>{t('orderIssue.chosen', { n: chosen.length })}</span>
      <Button type="primary" disabled={areTooMany} onClick={() => setIsOpen(true)}>
        {t('orderIssue.open')}
      </Button>
      <Button onClick={onClear}>{t('orderIssue.clearChosen')}</Button>
      {areTooMany && <span>{t('orderIssue.tooMany', { most: MOST_CASES_PER_ORDER })}</span>}
      {isOpen && (
        <IssueOrderDialog
          chosen={chosen}
          usualKind={usualKind}
          onClose={() => setIsOpen(false)}
          onIssued={() => {
            setIsOpen(false);
            onClear();
          }}
        />
      )}
    </section>
  );
}
