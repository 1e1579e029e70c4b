// The overdue board: paging, lights and the export of exactly what it shows.
import type { BoardRow } from '@jieban/contracts/api/board';
import { API } from '@jieban/contracts/api/routes';
import { CHANNELS, LIGHTS } from '@jieban/domain/complaint/vocabulary';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOW, startApi, type ApiUnderTest, type Client, type Json } from './api-harness';

let api: ApiUnderTest;
let supervisor: Client;
const DAY = 86_400_000;

beforeAll(async () => {
  api = await startApi();
  supervisor = await api.signIn('supervisor');
  // Two a day over two months back: every light, and many that fall due at the same instant.
  for (let age = 0; age < 60; age += 1) {
    const receivedAt = new Date(NOW.getTime() - age * DAY);
    const channel = CHANNELS[age % CHANNELS.length] ?? 'phone';
    await api.register({ receivedAt, channel, subject: `事项${age}`, handlingUnitId: api.units.elderly });
    await api.register({ receivedAt, channel, subject: `=HYPERLINK("http://x","${age}")` });
  }
  // One that was answered in full is on no board.
  const { id } = await api.register({ subject: '已办结' });
  await api.connection.sql`update clock set met_at = now(), status = 'met' where complaint_id = ${id}`;
});
afterAll(() => api.close());

async function readAll(query: string): Promise<BoardRow[]> {
  const rows: BoardRow[] = [];
  let cursor = '';
  do {
    const answer = await supervisor.get(`${API.board}?limit=7&${query}${cursor && `&cursor=${cursor}`}`);
    const page = answer.json<{ items: BoardRow[]; nextCursor: string | null }>();
    rows.push(...page.items);
    cursor = page.nextCursor ?? '';
  } while (cursor !== '');
  return rows;
}

describe('turning pages', () => {
  test('visits every open case once, the earliest due first', async () => {
    const rows = await readAll('');

    expect(rows).toHaveLength(120);
    expect(new Set(rows.map(({ complaintId }) => complaintId)).size).toBe(120);
    const due = rows.map(({ dueAt }) => dueAt);
    expect(due).toEqual([...due].sort());
    expect(rows.map(({ subject }) => subject)).not.toContain('已办结');
  });

  test('each line stands for the earliest open clock of its case', async () => {
    expect(new Set((await readAll('')).map(({ clock }) => clock))).toEqual(new Set(['procedural']));
    expect(new Set((await readAll('clock=substantive')).map(({ clock }) => clock))).toEqual(new Set(['substantive']));
  });

  test.each(['nonsense', '', 'W10', Buffer.from('["yesterday","x"]').toString('base64url')])(
    'refuses the made-up position %j',
    async (cursor) => {
      const answer = await supervisor.get(`${API.board}?cursor=${cursor}`);
      expect(answer.statusCode).toBe(400);
      expect(answer.json<Json>()['errors']).toEqual([{ field: 'cursor', message: '翻页位置无效,请从第一页重新查看' }]);
    },
  );

  test('instants are written in Shanghai time', async () => {
    const [row] = await readAll('');
    expect(row?.dueAt).toMatch(/T00:00:00\+08:00$/);
  });
});

describe('the lights', () => {
  test.each(['', 'clock=substantive', 'channel=hotline', 'clock=procedural&channel=phone'])(
    'their counts equal the lists that they count (%s)',
    async (query) => {
      const { counts } = (await supervisor.get(`${API.boardCounts}?${query}`)).json<{
        counts: Record<string, number>;
      }>();
      for (const light of LIGHTS) {
        const rows = await readAll(`${query}&light=${light}`);
        expect([light, rows.length]).toEqual([light, counts[light]]);
        expect(rows.every((row) => row.light === light)).toBe(true);
      }
      const all = await readAll(query);
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(all.length);
    },
  );

  test('every light shows in this register', async () => {
    const { counts } = (await supervisor.get(API.boardCounts)).json<{ counts: Record<string, number> }>();
    for (const light of LIGHTS) expect(counts[light]).toBeGreaterThan(0);
  });

  test('an overdue line says by how many days, the others how many working days are left', async () => {
    for (const row of await readAll('')) {
      const isOverdue = row.light === 'overdue';
      expect([row.daysOver > 0, isOverdue]).toEqual([isOverdue, isOverdue]);
      if (row.light === 'red' || isOverdue) expect(row.workingDaysLeft).toBe(0);
      else expect(row.workingDaysLeft).toBeGreaterThan(0);
    }
  });

  test('filters by unit', async () => {
    const rows = await readAll(`unitId=${api.units.elderly}`);
    expect(rows).toHaveLength(60);
    expect(new Set(rows.map(({ handlingUnit }) => handlingUnit.name))).toEqual(new Set(['养老服务科']));
  });

  test('a word that is no light is refused', async () => {
    const answer = await supervisor.get(`${API.board}?light=purple`);
    expect(answer.statusCode).toBe(400);
    expect(answer.json<Json>()['errors']).toEqual([{ field: 'light', message: '预警灯不在可选范围内' }]);
  });
});

describe('the export', () => {
  test('holds exactly the filtered lines, in a file that a spreadsheet program reads and does not run', async () => {
    const answer = await supervisor.get(`${API.boardExport}?light=overdue&channel=phone`);
    const expected = await readAll('light=overdue&channel=phone');

    expect(answer.headers['content-type']).toContain('text/csv');
    expect(decodeURIComponent(String(answer.headers['content-disposition']))).toContain('超期督办-2024-05-15.csv');
    expect(answer.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const lines = answer.body.trimEnd().split('\r\n').slice(1);
    expect(lines.map((line) => line.slice(0, line.indexOf(',')))).toEqual(expected.map(({ number }) => number));
    const formulas = lines.filter((line) => line.includes('HYPERLINK'));
    expect(formulas.length).toBeGreaterThan(0);
    for (const line of formulas) expect(line).toContain(`"'=HYPERLINK(""http://x"",`);
  });

  test('goes on past one page of the database', async () => {
    const answer = await supervisor.get(API.boardExport);
    expect(answer.body.trimEnd().split('\r\n')).toHaveLength(121);
  });
});
