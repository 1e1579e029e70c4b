import { expect, test } from 'vitest';
import { isDeadlinePolicy } from './policies';
import { citeStatute, STATUTE_CODES, STATUTES } from './statutes';

test('an article is cited with its law', () => {
  expect(citeStatute('civil-code-203')).toBe('民法典第二百零三条');
});

test.each(STATUTE_CODES)('%s has a text and says what it decides', (code) => {
  expect(STATUTES[code].text).not.toBe('');
  expect(STATUTES[code].decides).not.toBe('');
});

test.each([
  ['calendar-roll', true],
  ['no-roll', true],
  ['given', false],
  ['Calendar-Roll', false],
])('%s as a policy from outside: %s', (text, accepted) => {
  expect(isDeadlinePolicy(text)).toBe(accepted);
});
