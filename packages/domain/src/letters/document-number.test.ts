import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentNumber, InvalidDocumentNumber, isDocumentNumber } from './document-number';

test('has the organ code, the year in six-angle brackets and a number without leading zeros', () => {
  expect(documentNumber('云民诉', 2024, 7)).toBe('云民诉〔2024〕7号');
});

test('every number that we make is one that we accept', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 1, max: 1_000_000 }), (year, n) => {
      expect(isDocumentNumber(documentNumber('云民诉', year, n))).toBe(true);
    }),
  );
});

test.each([
  ['', 2024, 1],
  ['云民〔诉', 2024, 1],
  ['云民 诉', 2024, 1],
  ['云民诉', 24, 1],
  ['云民诉', 2024, 0],
  ['云民诉', 2024, 1.5],
])('is not made of "%s", %d and %d', (organCode, year, n) => {
  expect(() => documentNumber(organCode, year, n)).toThrow(InvalidDocumentNumber);
});
