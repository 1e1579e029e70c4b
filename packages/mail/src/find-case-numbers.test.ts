import { expect, test } from 'vitest';
import { findCaseNumbers } from './find-case-numbers';

test.each([
  ['回复：关于您来信的登记回执 编号 MZ-2024-000123', ['MZ-2024-000123']],
  ['编号ＭＺ－２０２４－０００１２３', ['MZ-2024-000123']],
  ['mz—2024—000123 和 MZ - 2024 - 000124', ['MZ-2024-000123', 'MZ-2024-000124']],
  ['MZ-2024-000123，MZ-2024-000123', ['MZ-2024-000123']],
  ['MZ-2024-12', []],
  ['XMZ-2024-000123', []],
  ['', []],
])('the subject "%s" names %j', (subject, numbers) => {
  expect(findCaseNumbers(subject)).toEqual(numbers);
});
