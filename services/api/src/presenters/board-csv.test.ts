import type { BoardRow } from '@jieban/contracts/api/board';
import { describe, expect, test } from 'vitest';
import { BOARD_CSV_HEADING, writeBoardCsvLine } from './board-csv';

const ROW: BoardRow = {
  complaintId: '018f7d8e-0000-7000-8000-000000000001',
  number: 'MZ-2024-000001',
  channel: 'hotline',
  subject: '路灯不亮',
  handlingUnit: { id: '018f7d8e-0000-7000-8000-000000000002', code: 'east', name: '东城区民政局' },
  handler: null,
  receivedAt: '2024-05-15T10:00:00+08:00',
  clock: 'procedural',
  dueOn: '2024-05-22',
  dueAt: '2024-05-23T00:00:00+08:00',
  provisional: true,
  light: 'yellow',
  workingDaysLeft: 2,
  daysOver: 0,
  escalations: 1,
};
const subjectCell = (subject: string) => {
  const line = writeBoardCsvLine({ ...ROW, subject });
  return line.slice('MZ-2024-000001,12345热线,'.length, line.indexOf(',东城区民政局'));
};

describe('a line of the board as CSV', () => {
  test('has one cell per heading, in the words of the screens', () => {
    const line = writeBoardCsvLine(ROW);
    expect(line).toBe(
      'MZ-2024-000001,12345热线,路灯不亮,东城区民政局,,2024-05-15 10:00,程序性答复,2024-05-22(暂定),黄,2,0,1\r\n',
    );
    expect(line.split(',')).toHaveLength(BOARD_CSV_HEADING.split(',').length);
  });

  test.each(['=1+1', '+86', '-1', '@SUM(A1)', ' =1+1', '\t=1+1', '＝1+1', '\n=1'])(
    'keeps %j text, which a spreadsheet program would run',
    (subject) => {
      expect(subjectCell(subject).replace(/^"/, '')).toMatch(/^'/);
    },
  );

  test.each([
    ['一,二', '"一,二"'],
    ['他说"好"', '"他说""好"""'],
    ['一\n二', '"一\n二"'],
    ['1-2号楼', '1-2号楼'],
  ])('writes %j as %j', (subject, cell) => {
    expect(subjectCell(subject)).toBe(cell);
  });
});
