import type { IntakeList } from '@jieban/contracts/api/intake';
import type { listIntakeItems } from '@jieban/db/intake-queries';
import { formatShanghaiInstant } from '@jieban/domain/time/shanghai-format';

type StoredItem = Awaited<ReturnType<typeof listIntakeItems>>[number];

export function presentIntakeItem(item: StoredItem): IntakeList['items'][number] {
  return {
    id: item.id,
    channel: item.channel,
    state: item.state,
    kind: item.kind,
    receivedAt: formatShanghaiInstant(item.receivedAt),
    complaintNumber: item.complaintNumber,
    reason: item.reason,
    warnings: [...item.warnings],
    attempts: item.attempts,
  };
}
