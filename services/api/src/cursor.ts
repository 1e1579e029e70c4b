// Where a page ended, as an opaque word: base64url of [instant, id]. A keyset, not an offset, so that a case which
// enters or leaves while somebody turns pages makes no other case show twice or never.
import { z } from 'zod';
import { fieldsInvalid } from './request-refused';

export interface PagePosition {
  readonly at: Date;
  readonly id: string;
}

const positionSchema = z.tuple([z.iso.datetime(), z.uuid()]);

export function encodeCursor({ at, id }: PagePosition): string {
  return Buffer.from(JSON.stringify([at.toISOString(), id]), 'utf8').toString('base64url');
}

/** @throws RequestRefused when the word is not one of ours. */
export function decodeCursor(cursor: string | undefined): PagePosition | null {
  if (cursor === undefined) return null;
  const parsed = positionSchema.safeParse(readJson(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!parsed.success) throw fieldsInvalid([{ field: 'cursor', message: '翻页位置无效,请从第一页重新查看' }]);
  const [at, id] = parsed.data;
  return { at: new Date(at), id };
}

/** Cuts a list read with one row too many, and says where the next page begins. */
export function cutPage<T>(
  rows: readonly T[],
  limit: number,
  positionOf: (row: T) => PagePosition,
): { readonly items: readonly T[]; readonly nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(positionOf(last)) : null };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
