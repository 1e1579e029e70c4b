import type { OrderCase, OrderDetail } from '@jieban/contracts/api/supervision';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session-query';
import { mayDo } from '@jieban/domain/access/permissions';
import { ActionButton } from '../../ui/action-button';
import { Instant } from '../../ui/instant';
import { TextLink } from '../../ui/text-link';
import { AnswerForm } from './answer-form';
import { OrderStateTag, OverdueTag } from './order-state-tag';
import { ReviewForm } from './review-form';

interface OrderCasePanelProps {
  readonly order: OrderDetail;
  readonly line: OrderCase;
}

export function OrderCasePanel({ order, line }: OrderCasePanelProps): ReactElement {
  const { t } = useTranslation();
  const kind = t(`order.kinds.${order.kind}`);
  return (
    <section className="panel order-case" aria-labelledby={`case-${line.complaintId}`}>
      <div className="row">
        <h2 id={`case-${line.complaintId}`}>
          <TextLink to="/cases/$complaintId" params={{ complaintId: line.complaintId }}>
            {line.number}
          </TextLink>
        </h2>
        <span>{line.subject}</span>
        <span className="push order-progress">
          {line.isOverdue && <OverdueTag />}
          <OrderStateTag state={line.state} />
        </span>
      </div>
      <div className="row muted">
        <span>{line.unit.name}</span>
        <span>
          {t('order.answerBy')} {line.answerBy}
        </span>
        {line.urged !== null && (
          <span>{t('order.urged', { clock: t(`clock.${line.urged.clock}`), on: line.urged.dueOn })}</span>
        )}
      </div>
      <AnswerGiven line={line} />
      <details>
        <summary>{t('order.letter', { kind })}</summary>
        <pre className="order-letter" aria-label={t('order.letterLabel', { kind, number: line.number })}>
          {line.letter}
        </pre>
      </details>
      <LineActions order={order} line={line} />
    </section>
  );
}

function AnswerGiven({ line }: { line: OrderCase }): ReactElement {
  const { t } = useTranslation();
  if (line.answer === null) return <p className="muted order-words">{t('order.noAnswer')}</p>;
  return (
    <dl className="order-words">
      <dt>
        {t('order.answer')}
        <span className="muted">
          {' '}
          {line.answeredBy?.displayName} {line.answeredAt !== null && <Instant at={line.answeredAt} />}
        </span>
      </dt>
      <dd className="pre-line">{line.answer}</dd>
      {line.review !== null && line.review !== '' && (
        <>
          <dt>
            {t(line.state === 'accepted' ? 'order.reviewAccepted' : 'order.review')}
            <span className="muted"> {line.reviewedAt !== null && <Instant at={line.reviewedAt} />}</span>
          </dt>
          <dd className="pre-line">{line.review}</dd>
        </>
      )}
    </dl>
  );
}

/** What this person may do. Who has no part in orders sees no button at all, nor does anybody once it is done. */
function LineActions({ order, line }: OrderCasePanelProps): ReactElement | null {
  const { t } = useTranslation();
  const { role } = useSession().user;
  const [isOpen, setIsOpen] = useState(false);
  const close = (): void => setIsOpen(false);
  if (line.state === 'accepted') return null;
  if (mayDo(role, 'supervision.answer')) {
    if (isOpen && line.actions.answer.allowed) return <AnswerForm order={order} line={line} onDone={close} />;
    return (
      <ActionButton permission={line.actions.answer} onClick={() => setIsOpen(true)}>
        {t('orderAnswer.open')}
      </ActionButton>
    );
  }
  if (mayDo(role, 'supervision.review')) {
    if (isOpen && line.actions.review.allowed) return <ReviewForm order={order} line={line} onDone={close} />;
    return (
      <ActionButton permission={line.actions.review} onClick={() => setIsOpen(true)}>
        {t('orderReview.open')}
      </ActionButton>
    );
  }
  return null;
}
