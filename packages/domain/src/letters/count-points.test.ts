import { expect, test } from 'vitest';
import { countPoints } from './count-points';

test.each([
  ['反映如下:\n1、收费项目没有公示\n2、强制购买骨灰盒\n3. 不给票据', 3],
  ['一、态度恶劣\n二、推诿\n三、不给文书', 3],
  ['（一）态度恶劣\n（二）推诿', 2],
  ['(1)态度恶劣\n  (2)推诿', 2],
  ['十年前的事\n九、别的', 0],
])('the points that a complainant numbered are counted: %j', (text, count) => {
  expect(countPoints(text)).toBe(count);
});

test('a date, a price or a lone number at the beginning of a line is no point', () => {
  expect(countPoints('1.5元一份的饭\n2.5元的菜')).toBe(0);
  expect(countPoints('1、只有一件事')).toBe(0);
  expect(countPoints('2024年3月15日去的\n3月16日又去')).toBe(0);
});

test('the count goes on over the lines between', () => {
  expect(countPoints('1、甲\n补充说明\n2、乙\n另外 2、丙不算')).toBe(2);
});
