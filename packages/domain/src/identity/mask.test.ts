import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalPhone, maskAddress, maskEmail, maskName, maskPhone } from './mask';

test.each([
  [maskName, '张三', '张**'],
  [maskName, '欧阳修文', '欧**'],
  [maskName, '', ''],
  [maskPhone, '138 1234 5678', '138****5678'],
  [maskPhone, '12345', '****45'],
  [maskEmail, '13812345678@qq.com', '1***@qq.com'],
  [maskEmail, 'not an address', '***'],
  [maskAddress, '铁西区建国大街12号', '铁西区****'],
])('%o of %s shows %s', (mask, plain, shown) => {
  expect(mask(plain)).toBe(shown);
});

test('a mask never lets through the middle of a phone number', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^1[3-9]\d{9}$/), (phone) => {
      expect(maskPhone(phone)).not.toContain(phone.slice(2, 8));
    }),
  );
});

test.each(['+86 138-1234-5678', '13812345678', '１３８１２３４５６７８'])(
  'the caller of %s is the same caller',
  (phone) => {
    expect(canonicalPhone(phone)).toBe('13812345678');
  },
);
