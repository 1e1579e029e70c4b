// The chain of a case, walked link by link. The formula is that of the function hash_history_event, written a second
// time on purpose: whoever can change a row can change the database's functions too, and this program is not theirs.
import { createHash } from 'node:crypto';

/** One event as the database has it; the columns as the formula reads them, hashes in hexadecimal. */
export interface StoredEvent {
  readonly complaintId: string;
  readonly seq: number;
  readonly type: string;
  /** `YYYY-MM-DDTHH:MM:SS.ffffffZ`, as is `recordedAt`. */
  readonly at: string;
  readonly recordedAt: string;
  /** Empty when nobody acted. */
  readonly actorId: string;
  /** The database's own spelling of the JSON. */
  readonly data: string;
  /** Empty for the first event of a case. */
  readonly prevHash: string;
  readonly hash: string;
}

/**
 * - `missing`: the event of this number is not there.
 * - `gap`: numbers were left out, although the event after them names the one before them.
 * - `changed`: the event is not the one whose hash it bears.
 * - `wrong-previous-hash`: the event does not follow the one before it, which was replaced together with its hash.
 */
export type LinkFault = 'missing' | 'gap' | 'changed' | 'wrong-previous-hash';

export interface BrokenLink {
  readonly complaintId: string;
  readonly seq: number;
  readonly what: LinkFault;
}

export interface ChainWalk {
  readonly cases: number;
  readonly events: number;
  /** The event's link when it is the first broken one of its case. What comes after a broken link proves nothing. */
  step(event: StoredEvent): BrokenLink | null;
}

/** Walks over the events of many cases, which come in the order of case and number. */
export function walkChains(): ChainWalk {
  let complaintId = '';
  let seq = 0;
  let hash = '';
  let isBroken = false;
  let cases = 0;
  let events = 0;
  return {
    get cases() {
      return cases;
    },
    get events() {
      return events;
    },
    step(event) {
      events += 1;
      if (event.complaintId !== complaintId) {
        cases += 1;
        complaintId = event.complaintId;
        seq = 0;
        hash = '';
        isBroken = false;
      }
      if (isBroken) return null;
      const what = findFault(event, seq + 1, hash);
      const at = what === 'missing' || what === 'gap' ? seq + 1 : event.seq;
      seq = event.seq;
      hash = event.hash;
      isBroken = what !== null;
      return what === null ? null : { complaintId, seq: at, what };
    },
  };
}

function findFault(event: StoredEvent, expectedSeq: number, expectedHash: string): LinkFault | null {
  if (event.seq !== expectedSeq) return event.prevHash === expectedHash ? 'gap' : 'missing';
  if (hashOfEvent(event) !== event.hash) return 'changed';
  return event.prevHash === expectedHash ? null : 'wrong-previous-hash';
}

export function hashOfEvent(event: Omit<StoredEvent, 'hash'>): string {
  const { prevHash, complaintId, seq, type, at, recordedAt, actorId, data } = event;
  return sha256Hex([prevHash, complaintId, seq, type, at, recordedAt, actorId, data].join('|'));
}

export const sha256Hex = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
