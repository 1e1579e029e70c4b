import { describe, expect, test } from 'vitest';
import { writeCsv } from './csv-file';

describe('a table as a spreadsheet file', () => {
  test('begins with the mark by which Excel knows UTF-8', () => {
    expect(writeCsv([['行号']]).startsWith('\uFEFF')).toBe(true);
  });

  test.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)'])('never lets %s run as a formula', (cell) => {
    expect(writeCsv([[cell]])).toContain("'" + cell.charAt(0));
  });

  test('quotes what would break the row', () => {
    expect(writeCsv([[17, '派单时间,"2026-13-02"\n不是日期']])).toContain('17,"派单时间,""2026-13-02""\n不是日期"');
  });
});
