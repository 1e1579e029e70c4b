// Where a page of the audit ended: several events of one case are recorded at the same instant, so their number belongs
// to the place as well.
import type { AuditPosition } from '@jieban/db/audit-queries';
import { z } from 'zod';
import { fieldsInvalid } from '../../request-refused';

const positionSchema = z.tuple([z.iso.datetime(), z.uuid(), z.number().int()]);

export function encodeEventPosition({ recordedAt, complaintId, seq }: AuditPosition): string {
  return Buffer.from(JSON.stringify([recordedAt.toISOString(), complaintId, seq]), 'utf8').toString('base64url');
}

/** @throws RequestRefused when the word is not one of ours. */
export function decodeEventPosition(cursor: string | undefined): AuditPosition | undefined {
  if (cursor === undefined) return undefined;
  const parsed = positionSchema.safeParse(readJson(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!parsed.success) throw fieldsInvalid([{ field: 'cursor', message: '翻页位置无效,请从第一页重新查看' }]);
  const [at, complaintId, seq] = parsed.data;
  return { recordedAt: new Date(at), complaintId, seq };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
