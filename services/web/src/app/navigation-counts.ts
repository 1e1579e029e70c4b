// The numbers beside the navigation: only those that wait for a person's action.
import { mayDo } from '@jieban/domain/access/permissions';
import type { Role } from '@jieban/domain/complaint/vocabulary';
import { useQuery } from '@tanstack/react-query';
import { boardCountsQuery } from '../features/board/board-queries';
import { intakeQuery } from '../features/intake/intake-queries';

export type CountedPage = 'board' | 'intake';

const REFRESH_MILLISECONDS = 60_000;

export function useNavigationCounts(role: Role): Readonly<Record<CountedPage, number>> {
  const board = useQuery({ ...boardCountsQuery({}), refetchInterval: REFRESH_MILLISECONDS });
  const intake = useQuery({
    ...intakeQuery({ state: 'quarantined' }),
    enabled: mayDo(role, 'intake.read'),
    refetchInterval: REFRESH_MILLISECONDS,
  });
  return { board: board.data?.counts.overdue ?? 0, intake: intake.data?.counts.quarantined ?? 0 };
}
