import type { ComplaintId, IntakeItemId, UnitId, UserId } from '@jieban/domain/complaint/vocabulary';

export interface ImportCounts {
  readonly rowsTotal: number;
  readonly rowsNew: number;
  readonly rowsChanged: number;
  readonly rowsUnchanged: number;
  readonly rowsRejected: number;
}

export interface RejectedOrder {
  /** Row number as the spreadsheet program shows it. */
  readonly row: number;
  readonly reasons: readonly string[];
}

export interface WaitingImport {
  readonly id: string;
  readonly fileName: string;
  readonly dryRun: boolean;
  readonly bytes: Uint8Array;
}

/** An order that an earlier row, file or run already brought. */
export interface KnownOrder {
  readonly id: IntakeItemId;
  readonly complaintId: ComplaintId | null;
  /** Hexadecimal. */
  readonly contentHash: string;
  /** The import that first brought it, and the one that last changed it. */
  readonly firstImportId: string | null;
  readonly contentImportId: string | null;
}

export interface HotlineStore {
  /** Stores the file's bytes and a waiting import. */
  createImport(
    file: { readonly id: string; readonly fileName: string; readonly bytes: Uint8Array; readonly dryRun: boolean },
    startedBy: UserId | null,
    now: Date,
  ): Promise<void>;
  /** Marks it running and returns it; null when it is done already or does not exist. */
  beginImport(id: string, now: Date): Promise<WaitingImport | null>;
  /** Also the sign of life that keeps others from taking the import over. */
  saveProgress(id: string, counts: ImportCounts, now: Date): Promise<void>;
  /** Unfinished imports whose last sign of life is older than this. */
  silentImports(since: Date): Promise<string[]>;
  finishImport(id: string, counts: ImportCounts, rejected: readonly RejectedOrder[], now: Date): Promise<void>;
  refuseImport(id: string, problem: string, now: Date): Promise<void>;
  knownOrders(orderNumbers: readonly string[]): Promise<ReadonlyMap<string, KnownOrder>>;
  /** Sets the hash of a changed order and the import that brought the change. */
  changeOrder(id: IntakeItemId, contentHash: string, importId: string): Promise<void>;
  /** Unit ids by name and alias. */
  unitsByName(): Promise<ReadonlyMap<string, UnitId>>;
}
