// 被反映人: whom the case accuses, and whom its text may accuse, to be confirmed or turned down by a person.
import type { AccusedOfCase, JudgeAccusedRequest } from '@jieban/contracts/api/recusal';
import { API, pathTo } from '@jieban/contracts/api/routes';
import { mayDo } from '@jieban/domain/access/permissions';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Tag } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { requestNothing } from '../../api/request';
import { useSession } from '../../api/session-query';
import { AccusedSuggestions } from './accused-suggestions';
import { NameAccusedForm, type AccusedParty } from './name-accused-form';
import { ReasonForm } from './reason-form';
import { accusedQuery } from './recusal-queries';

/** What this officer is about to decide; the reason is still missing. */
type Pending =
  | { readonly does: 'name' }
  | { readonly does: 'judge'; readonly title: string; readonly request: Omit<JudgeAccusedRequest, 'reason'> }
  | { readonly does: 'withdraw'; readonly title: string; readonly position: number };

export function AccusedPanel({ complaintId }: { complaintId: string }): ReactElement | null {
  const { user } = useSession();
  return mayDo(user.role, 'accused.name') ? <Accused complaintId={complaintId} /> : null;
}

function Accused({ complaintId }: { complaintId: string }): ReactElement {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const { data } = useQuery(accusedQuery(complaintId));
  const [pending, setPending] = useState<Pending | null>(null);
  const url = pathTo(API.complaintAccused, { id: complaintId });
  const save = useMutation({
    mutationFn: ({ method, body }: { method: 'POST' | 'DELETE'; body: object }) =>
      requestNothing(url, { method, body }),
    onSuccess: async () => {
      message.success(t('accused.saved'));
      setPending(null);
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: ['case', complaintId] }),
        queryClient.invalidateQueries({ queryKey: ['board'] }),
      ]);
    },
  });
  const submit = (reason: string, party: AccusedParty | null): void => {
    if (pending?.does === 'judge') save.mutate({ method: 'POST', body: { ...pending.request, reason } });
    if (pending?.does === 'withdraw') save.mutate({ method: 'DELETE', body: { position: pending.position, reason } });
    if (pending?.does === 'name' && party !== null)
      save.mutate({ method: 'POST', body: { decision: 'accused', party, reason } });
  };
  const form = { error: save.error, isSaving: save.isPending, onCancel: () => setPending(null) };
  return (
    <section className="panel stack">
      <h2>{t('accused.title')}</h2>
      {data !== undefined && (
        <Listed
          accused={data}
          onWithdraw={({ text, position }) =>
            setPending({ does: 'withdraw', title: `${t('accused.withdraw')} ${text}`, position })
          }
        />
      )}
      {data !== undefined && (
        <AccusedSuggestions
          suggestions={data.suggestions}
          onJudge={(request, title) => setPending({ does: 'judge', title, request })}
        />
      )}
      {pending === null && <Button onClick={() => setPending({ does: 'name' })}>{t('accused.add')}</Button>}
      {pending?.does === 'name' && <NameAccusedForm {...form} onSubmit={submit} />}
      {pending !== null && pending.does !== 'name' && (
        <ReasonForm {...form} title={pending.title} onSubmit={(reason) => submit(reason, null)} />
      )}
    </section>
  );
}

interface ListedProps {
  readonly accused: AccusedOfCase;
  readonly onWithdraw: (entry: AccusedOfCase['listed'][number]) => void;
}

function Listed({ accused: { listed, mayWithdraw }, onWithdraw }: ListedProps): ReactElement {
  const { t } = useTranslation();
  if (listed.length === 0) return <span className="muted">{t('accused.none')}</span>;
  return (
    <>
      {listed.map((entry) => (
        <div key={entry.position} className="row">
          <span>{entry.text}</span>
          {!entry.isKnown && <Tag>{t('accused.notKnown')}</Tag>}
          {mayWithdraw && (
            <Button size="small" className="push" onClick={() => onWithdraw(entry)}>
              {t('accused.withdraw')}
            </Button>
          )}
        </div>
      ))}
    </>
  );
}
