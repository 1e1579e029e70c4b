// What a record cannot say, with the field that says it.

/** Clocks of two machines differ by seconds; more than this is a slip of the pen. */
const TOLERANCE_MS = 5 * 60_000;

export class RecordRefused extends Error {
  readonly code: string;
  /** As the request names it. */
  readonly field: string;
  readonly publicMessage: string;
  constructor(code: string, field: string, publicMessage: string) {
    super(`A record was refused for its ${field} (${code}).`);
    this.name = 'RecordRefused';
    this.code = code;
    this.field = field;
    this.publicMessage = publicMessage;
  }
}

/** Nobody can have received tomorrow's letter: it would put the deadline out of sight. @throws the given refusal */
export function refuseFuture(receivedAt: Date, now: Date, refusal: RecordRefused): void {
  if (receivedAt.getTime() > now.getTime() + TOLERANCE_MS) throw refusal;
}
