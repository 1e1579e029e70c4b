// 受理箱: what came in and is not a case yet. What the system could not read waits here for a person; the state of
// everything else is one click away, so that nothing that arrived can seem lost.
import { INTAKE_STATES } from '@jieban/contracts/api/intake';
import { mayDo } from '@jieban/domain/access/permissions';
import { CHANNELS } from '@jieban/domain/complaint/vocabulary';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Select, Tabs } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session-query';
import { EmptyState } from '../../ui/empty-state';
import { NoPermission } from '../../ui/no-permission';
import { PageHeader } from '../../ui/page-header';
import { QueryStates } from '../../ui/query-states';
import { TableSkeleton } from '../../ui/skeletons';
import { INTAKE_LIMIT, intakeQuery } from './intake-queries';
import { parseIntakeSearch, type IntakeSearch, type IntakeState } from './intake-search';
import { IntakeTable } from './intake-table';

const route = getRouteApi('/frame/intake');

/** What waits for a person comes first. */
const TAB_ORDER: readonly IntakeState[] = ['quarantined', ...INTAKE_STATES.filter((state) => state !== 'quarantined')];

const STATE_LABELS = {
  quarantined: 'intake.stateQuarantined',
  pending: 'intake.statePending',
  registered: 'intake.stateRegistered',
  attached: 'intake.stateAttached',
  filed: 'intake.stateFiled',
} as const satisfies Record<IntakeState, string>;

export function IntakePage(): ReactElement {
  const { user } = useSession();
  const search = route.useSearch();
  return mayDo(user.role, 'intake.read') ? <IntakeTray search={search} /> : <NoPermission action="intake.read" />;
}

function IntakeTray({ search }: { search: IntakeSearch }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const state = search.state ?? 'quarantined';
  const query = useQuery({ ...intakeQuery({ ...search, state }), refetchInterval: 15_000 });
  const counts = query.data?.counts;
  const show = (next: Record<string, unknown>): void =>
    void navigate({ to: '/intake', search: parseIntakeSearch({ ...search, ...next }) });
  return (
    <div className="stack">
      <PageHeader title={t('intake.title')}>
        <Select
          allowClear
          aria-label={t('intake.channel')}
          placeholder={t('intake.anyChannel')}
          className="push"
          style={{ width: 140 }}
          value={search.channel ?? null}
          options={CHANNELS.map((channel) => ({ value: channel, label: t(`channel.${channel}`) }))}
          onChange={(channel) => show({ channel })}
        />
      </PageHeader>
      <Tabs
        size="small"
        activeKey={state}
        onChange={(key) => show({ state: key })}
        items={TAB_ORDER.map((each) => ({
          key: each,
          label: `${t(STATE_LABELS[each])} ${counts?.[each] ?? ''}`,
        }))}
      />
      <QueryStates query={query} skeleton={<TableSkeleton />} action="intake.read">
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              title={t(state === 'quarantined' ? 'intake.emptyQuarantined' : 'intake.empty')}
              advice={t(state === 'quarantined' ? 'intake.emptyQuarantinedAdvice' : 'intake.emptyAdvice')}
            />
          ) : (
            <>
              {state === 'quarantined' && <span className="muted">{t('intake.quarantinedAdvice')}</span>}
              <IntakeTable items={items} isRefreshing={query.isPlaceholderData} />
              {items.length === INTAKE_LIMIT && (
                <span className="muted">{t('intake.limitHint', { n: INTAKE_LIMIT })}</span>
              )}
            </>
          )
        }
      </QueryStates>
    </div>
  );
}
