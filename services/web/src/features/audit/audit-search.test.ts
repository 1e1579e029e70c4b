import { expect, test } from 'vitest';
import { parseAuditSearch } from './audit-search';

test('the address of the audit page keeps what was asked for and drops what is no question', () => {
  expect(parseAuditSearch({ number: ' MZ-2026-000001 ', actor: '', day: '2026-02-30', type: 7, page: 2 })).toEqual({
    number: 'MZ-2026-000001',
  });
  expect(parseAuditSearch({ day: '2026-11-23', type: 'accused.named', actor: '张三' })).toEqual({
    day: '2026-11-23',
    type: 'accused.named',
    actor: '张三',
  });
});
