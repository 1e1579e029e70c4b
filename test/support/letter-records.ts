// What the database says of letters and their cases.
import type { ComplaintId } from '@jieban/domain/complaint/vocabulary';
import type { House } from './house';

export interface LetterRecords {
  clockOf(id: ComplaintId, kind: string): Promise<{ readonly status: string; readonly metAt: Date | null }>;
  stateOf(letterId: string): Promise<string | undefined>;
  /** Types in order; of a move its name as well. */
  historyOf(id: ComplaintId): Promise<string[]>;
  noticesOf(id: ComplaintId): Promise<string[]>;
  mailOf(letterId: string): Promise<string>;
  caseOf(id: ComplaintId): Promise<{ readonly number: string; readonly state: string }>;
}

export function letterRecords({ connection: { sql } }: Pick<House, 'connection'>): LetterRecords {
  return {
    async clockOf(id, kind) {
      const [row] = await sql<{ status: string; met_at: string | null }[]>`
        select status, met_at from clock where complaint_id = ${id} and kind = ${kind}`;
      const { status, met_at: metAt } = row ?? { status: 'none', met_at: null };
      return { status, metAt: metAt === null ? null : new Date(metAt) };
    },
    async stateOf(letterId) {
      return (await sql<{ state: string }[]>`select state from letter where id = ${letterId}`)[0]?.state;
    },
    async historyOf(id) {
      const rows = await sql<{ type: string; data: Record<string, unknown> }[]>`
        select type, data from history_event where complaint_id = ${id} order by seq`;
      return rows.map(({ type, data }) => (type === 'case.moved' ? `case.moved ${String(data['move'])}` : type));
    },
    async noticesOf(id) {
      const rows = await sql<{ rung_code: string }[]>`select rung_code from notice where complaint_id = ${id}`;
      return rows.map(({ rung_code: code }) => code);
    },
    async mailOf(letterId) {
      const [row] = await sql<{ mail_id: string }[]>`select mail_id from letter where id = ${letterId}`;
      return row?.mail_id ?? '';
    },
    async caseOf(id) {
      const [row] = await sql<
        { number: string; state: string }[]
      >`select number, state from complaint where id = ${id}`;
      return row ?? { number: '', state: '' };
    },
  };
}
