import type { HotlineImport } from '@jieban/contracts/api/intake';
import type { readHotlineImport } from '@jieban/db/intake-queries';
import { formatShanghaiInstant } from '@jieban/domain/time/shanghai-format';

type StoredImport = NonNullable<Awaited<ReturnType<typeof readHotlineImport>>>;

export function presentHotlineImport(row: StoredImport): HotlineImport {
  return {
    id: row.id,
    fileName: row.fileName,
    state: row.state,
    dryRun: row.dryRun,
    startedAt: formatShanghaiInstant(row.startedAt),
    finishedAt: row.finishedAt === null ? null : formatShanghaiInstant(row.finishedAt),
    problem: row.problem,
    rowsTotal: row.rowsTotal,
    rowsNew: row.rowsNew,
    rowsChanged: row.rowsChanged,
    rowsUnchanged: row.rowsUnchanged,
    rowsRejected: row.rowsRejected,
    rejected: row.rejected.map(({ row: number, reasons }) => ({ row: number, reasons: [...reasons] })),
  };
}
