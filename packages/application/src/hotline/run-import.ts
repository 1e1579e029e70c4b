// The import of one export (导入): a verdict per row — new, changed, unchanged, rejected — in transactions of a few
// hundred rows. It may be killed and run again at any point: which import brought an order is kept with the order, so a
// second run of the same import gives the same counts, and rows that were registered are not registered again.
import type { IntakeItemId } from '@jieban/domain/complaint/vocabulary';
import { registerComplaints, type RegistrationSettings } from '../register/register-complaints';
import type { Stores, UnitOfWork } from '../unit-of-work';
import type { ImportCounts, KnownOrder, RejectedOrder, WaitingImport } from './hotline-store';
import { changeOrders } from './change-orders';
import { draftFromOrder, orderReceipt } from './order-draft';
import { OrderFileUnreadable, type OrderReader, type OrderRow } from './order-reader';

export interface ImportDeps {
  readonly unitOfWork: UnitOfWork;
  readonly readOrders: OrderReader;
  readonly registration: RegistrationSettings;
}

const CHUNK = 200;

export type OrderVerdict = 'new' | 'changed' | 'unchanged';

/** Runs the import; a second call after it is done does nothing. Returns the counts, or null when there was nothing to do. */
export async function runHotlineImport(
  deps: ImportDeps,
  importId: string,
  clock: { now(): Date },
): Promise<ImportCounts | null> {
  const waiting = await deps.unitOfWork.transaction(({ hotline }) => hotline.beginImport(importId, clock.now()));
  if (waiting === null) return null;
  let rows: readonly OrderRow[];
  try {
    rows = (await deps.readOrders({ bytes: waiting.bytes, name: waiting.fileName })).rows;
  } catch (error) {
    if (!(error instanceof OrderFileUnreadable)) throw error;
    const problem = error.publicMessage;
    await deps.unitOfWork.transaction(({ hotline }) => hotline.refuseImport(importId, problem, clock.now()));
    return null;
  }
  return importRows(deps, waiting, rows, clock);
}

/** An import that gave no sign of life for this long (a chunk takes under a second) has lost its worker or its job. */
const SILENT_MS = 30_000;

/** Runs the imports that nobody speaks for any more; returns how many. */
export async function sweepHotlineImports(deps: ImportDeps, clock: { now(): Date }): Promise<number> {
  const since = new Date(clock.now().getTime() - SILENT_MS);
  const ids = await deps.unitOfWork.transaction(({ hotline }) => hotline.silentImports(since));
  for (const id of ids) await runHotlineImport(deps, id, clock);
  return ids.length;
}

async function importRows(
  deps: ImportDeps,
  waiting: WaitingImport,
  rows: readonly OrderRow[],
  clock: { now(): Date },
): Promise<ImportCounts> {
  const judged = rows.map((row) => ({ row, reasons: [...row.errors, ...findFutureReceipt(row, clock.now())] }));
  const good = judged.filter(({ reasons }) => reasons.length === 0).map(({ row }) => row);
  const rejected: RejectedOrder[] = judged
    .filter(({ reasons }) => reasons.length > 0)
    .map(({ row, reasons }) => ({ row: row.row, reasons }));
  const tally = { new: 0, changed: 0, unchanged: 0 };
  const counts = (): ImportCounts => ({
    rowsTotal: rows.length,
    rowsNew: tally.new,
    rowsChanged: tally.changed,
    rowsUnchanged: tally.unchanged,
    rowsRejected: rejected.length,
  });
  for (let start = 0; start < good.length; start += CHUNK) {
    const chunk = good.slice(start, start + CHUNK);
    await deps.unitOfWork.transaction(async (stores) => {
      const verdicts = await importChunk(deps, stores, waiting, chunk, clock.now());
      for (const verdict of verdicts) tally[verdict] += 1;
      await stores.hotline.saveProgress(waiting.id, counts(), clock.now());
    });
  }
  await deps.unitOfWork.transaction(({ hotline }) => hotline.finishImport(waiting.id, counts(), rejected, clock.now()));
  return counts();
}

/** Two machines' clocks differ by minutes; more is a slip in the year, and would put the deadline out of sight. */
const FUTURE_TOLERANCE_MS = 3_600_000;

function findFutureReceipt(row: OrderRow, now: Date): string[] {
  if (row.errors.length > 0 || orderReceipt(row).getTime() <= now.getTime() + FUTURE_TOLERANCE_MS) return [];
  return [`第${row.row}行的收到时间晚于现在，请检查日期`];
}

async function importChunk(
  deps: ImportDeps,
  stores: Stores,
  { id: importId, dryRun }: WaitingImport,
  chunk: readonly OrderRow[],
  now: Date,
): Promise<OrderVerdict[]> {
  const known = await stores.hotline.knownOrders(chunk.map((row) => row.orderNumber));
  const verdicts = chunk.map((row) => verdictOn(row, known.get(row.orderNumber), importId));
  if (dryRun) return verdicts;
  await registerNew(
    deps,
    stores,
    chunk.filter((row) => !known.has(row.orderNumber)),
    importId,
    now,
  );
  const changed = chunk.flatMap((row) => {
    const order = known.get(row.orderNumber);
    return order !== undefined && order.contentHash !== row.contentHash ? [{ row, order }] : [];
  });
  await changeOrders(deps.registration, stores, changed, importId, now);
  return verdicts;
}

function verdictOn(row: OrderRow, known: KnownOrder | undefined, importId: string): OrderVerdict {
  if (known === undefined || known.firstImportId === importId) return 'new';
  if (known.contentHash !== row.contentHash || known.contentImportId === importId) return 'changed';
  return 'unchanged';
}

async function registerNew(
  deps: ImportDeps,
  stores: Stores,
  rows: readonly OrderRow[],
  importId: string,
  now: Date,
): Promise<void> {
  if (rows.length === 0) return;
  const sources = rows.map((row) => ({
    id: deps.registration.newId() as IntakeItemId,
    channel: 'hotline' as const,
    sourceKey: row.orderNumber,
    receivedAt: orderReceipt(row),
    contentHash: row.contentHash,
    hotlineImportId: importId,
  }));
  // Another import may bring the same order at the same moment: only who inserted the source registers it.
  const { inserted } = await stores.intake.insertSources(sources, now);
  const units = await stores.hotline.unitsByName();
  const own = rows.flatMap((row, position) => {
    const source = sources[position];
    return source !== undefined && inserted.has(source.id) ? [{ row, itemId: source.id }] : [];
  });
  const registered = await registerComplaints(
    stores,
    deps.registration,
    now,
    own.map(({ row }) => draftFromOrder(row, units)),
  );
  await stores.intake.decide(
    own.flatMap(({ itemId }, position) => {
      const complaint = registered[position];
      return complaint === undefined
        ? []
        : [{ id: itemId, state: 'registered' as const, complaintId: complaint.id, kind: null, warnings: [] }];
    }),
    now,
  );
}
