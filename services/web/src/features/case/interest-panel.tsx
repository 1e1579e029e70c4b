// 回避声明: an officer withdraws, the head decides.
import type { InterestsOfCase } from '@jieban/contracts/api/recusal';
import { API, pathTo } from '@jieban/contracts/api/routes';
import { mayDo } from '@jieban/domain/access/permissions';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, Button, Tag } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { requestNothing } from '../../api/request';
import { useSession } from '../../api/session-query';
import { Instant } from '../../ui/instant';
import { ProblemAlert } from '../../ui/problem-alert';
import { ReasonForm } from './reason-form';
import { interestsQuery } from './recusal-queries';

export function InterestPanel({ complaintId }: { complaintId: string }): ReactElement {
  const { t } = useTranslation();
  const { user } = useSession();
  const { data } = useQuery(interestsQuery(complaintId));
  return (
    <section className="panel stack">
      <h2>{t('interest.title')}</h2>
      {data?.items.length === 0 && <span className="muted">{t('interest.none')}</span>}
      {data?.items.map((item) => (
        <InterestLine
          key={item.id}
          complaintId={complaintId}
          interest={item}
          mayDecide={mayDo(user.role, 'interest.decide') && item.declarer.id !== user.id}
        />
      ))}
      <DeclareInterest complaintId={complaintId} />
    </section>
  );
}

function DeclareInterest({ complaintId }: { complaintId: string }): ReactElement {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [isOpen, setIsOpen] = useState(false);
  const declare = useMutation({
    mutationFn: (reason: string) =>
      requestNothing(pathTo(API.complaintInterests, { id: complaintId }), { method: 'POST', body: { reason } }),
    onSuccess: async () => {
      message.success(t('interest.declared'));
      // Nothing of the case stays in this browser either.
      await navigate({ to: '/cases' });
      queryClient.removeQueries({ queryKey: ['case', complaintId] });
      await queryClient.invalidateQueries();
    },
  });
  if (!isOpen) return <Button onClick={() => setIsOpen(true)}>{t('interest.declare')}</Button>;
  return (
    <>
      <span className="muted">{t('interest.declareRule')}</span>
      <ReasonForm
        title={t('interest.submit')}
        effect={t('interest.effect')}
        error={declare.error}
        isSaving={declare.isPending}
        onSubmit={(reason) => declare.mutate(reason)}
        onCancel={() => setIsOpen(false)}
      />
    </>
  );
}

interface InterestLineProps {
  readonly complaintId: string;
  readonly interest: InterestsOfCase['items'][number];
  readonly mayDecide: boolean;
}

function InterestLine({ complaintId, interest, mayDecide }: InterestLineProps): ReactElement {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const { id, declarer, declaredAt, reason, decision } = interest;
  const decide = useMutation({
    mutationFn: (made: 'recused' | 'no-interest') => {
      const url = pathTo(API.complaintInterestDecision, { id: complaintId });
      return requestNothing(url, { method: 'POST', body: { interestId: id, decision: made } });
    },
    onSuccess: async () => {
      message.success(t('interest.decided'));
      await queryClient.invalidateQueries({ queryKey: ['case', complaintId] });
    },
  });
  return (
    <>
      {decide.isError && <ProblemAlert error={decide.error} />}
      <div className="row">
        <span>{declarer.displayName}</span>
        <Instant at={declaredAt} />
        {decision === null && <Tag color="blue">{t('interest.waiting')}</Tag>}
        {decision === 'recused' && <Tag color="red">{t('interest.recused')}</Tag>}
        {decision === 'no-interest' && <Tag>{t('interest.noInterest')}</Tag>}
        {decision === null && mayDecide && (
          <>
            <Button size="small" className="push" loading={decide.isPending} onClick={() => decide.mutate('recused')}>
              {t('interest.decideRecused')}
            </Button>
            <Button size="small" loading={decide.isPending} onClick={() => decide.mutate('no-interest')}>
              {t('interest.decideNoInterest')}
            </Button>
          </>
        )}
      </div>
      {reason !== null && <div className="pre-line muted">{reason}</div>}
    </>
  );
}
