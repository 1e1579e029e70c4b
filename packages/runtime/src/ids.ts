// Ids are UUID version 7 (RFC 9562): they sort by time of making, so that new rows land at the end of an index.
import { v7 } from 'uuid';

/** A new id, lower case, 36 characters. */
export function newId(): string {
  return v7();
}
