// Earlier cases of the same number, beside the form while the caller talks.
import { callerLookupRequestSchema, callerLookupResponseSchema } from '@jieban/contracts/api/phone';
import { API } from '@jieban/contracts/api/routes';
import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { requestJson } from '../../api/request';
import { Instant } from '../../ui/instant';
import { LightMark } from '../../ui/light-mark';
import { ProblemAlert } from '../../ui/problem-alert';
import { TextLink } from '../../ui/text-link';
import { useDebounced } from './use-debounced';

const PAUSE_MILLISECONDS = 300;

export function CallerHistory({ phone }: { phone: string }): ReactElement {
  const { t } = useTranslation();
  const body = { phone: useDebounced(phone.trim(), PAUSE_MILLISECONDS) };
  const isLookable = callerLookupRequestSchema.safeParse(body).success;
  const lookup = useQuery({
    queryKey: ['caller-lookup', body.phone],
    queryFn: ({ signal }) =>
      requestJson(API.callerLookups, callerLookupResponseSchema, { method: 'POST', body, signal }),
    enabled: isLookable,
    // A caller's number stays in memory no longer than it stands in the form.
    gcTime: 0,
  });
  const items = lookup.data?.items ?? [];
  return (
    <section className="panel" aria-live="polite">
      <h2>{items.length === 0 ? t('phone.earlierTitle') : t('phone.earlierCount', { n: items.length })}</h2>
      {!isLookable && <p className="muted">{t('phone.earlierHint')}</p>}
      {isLookable && lookup.isPending && <Skeleton active title={false} paragraph={{ rows: 2 }} />}
      {lookup.isError && <ProblemAlert error={lookup.error} onRetry={() => void lookup.refetch()} />}
      {lookup.isSuccess && items.length === 0 && <p className="muted">{t('phone.earlierNone')}</p>}
      <ul className="plain-list">
        {items.map((item) => (
          <li key={item.complaintId}>
            <div className="row">
              {/* In a new tab: the call in this one goes on. */}
              <TextLink to="/cases/$complaintId" params={{ complaintId: item.complaintId }} target="_blank">
                {item.number}
              </TextLink>
              {item.light === null ? (
                <span className="muted">{t(`state.${item.state}`)}</span>
              ) : (
                <LightMark light={item.light} />
              )}
            </div>
            <div>{item.subject}</div>
            <div className="muted">
              <Instant at={item.receivedAt} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
