// `截至 14:32:07 ●`: how fresh the figures on the screen are. A page that stopped refreshing must not look alive.
import { useQueryClient, type QueryCache } from '@tanstack/react-query';
import { Tooltip } from 'antd';
import { useMemo, useSyncExternalStore, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { timeOfDay } from '../ui/shanghai-text';

/** Queries that take part carry `meta: { live: true }`; the oldest of those on the screen is what counts. */
function readFreshness(cache: QueryCache): string {
  let oldest = Number.POSITIVE_INFINITY;
  let failing = false;
  for (const query of cache.getAll()) {
    if (query.meta?.['live'] !== true || !query.isActive() || query.state.data === undefined) continue;
    oldest = Math.min(oldest, serverTimeOf(query.state.data) ?? query.state.dataUpdatedAt);
    failing ||= query.state.fetchFailureCount > 0 || query.state.status === 'error';
  }
  // A string, because useSyncExternalStore compares snapshots by identity.
  return Number.isFinite(oldest) ? `${oldest}|${failing ? 'stale' : 'live'}` : '';
}

/** The server says as of when it answered; its clock is the one that deadlines are measured by. */
function serverTimeOf(data: unknown): number | null {
  if (typeof data !== 'object' || data === null) return null;
  if ('asOf' in data && typeof data.asOf === 'string') return Date.parse(data.asOf);
  if ('pages' in data && Array.isArray(data.pages)) return serverTimeOf(data.pages[0]);
  return null;
}

export function LiveMark(): ReactElement | null {
  const { t } = useTranslation();
  const cache = useQueryClient().getQueryCache();
  const subscribe = useMemo(() => (onChange: () => void) => cache.subscribe(onChange), [cache]);
  const freshness = useSyncExternalStore(subscribe, () => readFreshness(cache));
  if (freshness === '') return <span className="live-mark" />;
  const [at = '', state] = freshness.split('|');
  const time = timeOfDay(new Date(Number(at)), 'seconds');
  const isStale = state === 'stale';
  return (
    <Tooltip title={isStale ? t('app.stale', { time }) : t('app.live')}>
      <span className={isStale ? 'live-mark stale' : 'live-mark'}>
        {isStale ? t('app.stale', { time }) : t('app.asOf', { time })}{' '}
        <span aria-hidden="true">{isStale ? '○' : '●'}</span>
      </span>
    </Tooltip>
  );
}
