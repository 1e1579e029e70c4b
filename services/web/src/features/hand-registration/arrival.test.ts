import { handRegistrationRequestSchema } from '@jieban/contracts/api/hand-registration';
import { HAND_CHANNELS } from '@jieban/domain/intake/hand-receipt';
import { describe, expect, test } from 'vitest';
import { beginArrival, bodyOf, receiptOf, type ArrivalFields } from './arrival';

const written: Partial<ArrivalFields> = {
  subject: '反映押金不退',
  content: '退院三个月,押金未退。',
  referenceNumber: '鞍信转12',
  receivedOn: '2026-03-02',
  limitOn: '2026-04-30',
};

describe('a form that was filled in', () => {
  test.each(HAND_CHANNELS)('is what the server takes for a %s', (channel) => {
    const { id, fields } = beginArrival(channel);

    expect(() => handRegistrationRequestSchema.parse(bodyOf(id, { ...fields, ...written }))).not.toThrow();
  });

  test('sends the day of its own door only', () => {
    const { id, fields } = beginArrival('letter');

    expect(bodyOf(id, { ...fields, ...written })).toMatchObject({ signedForOn: '2026-03-02' });
    expect(Object.keys(bodyOf(id, { ...fields, ...written }))).not.toContain('limitOn');
    expect(Object.keys(bodyOf(id, { ...fields, ...written, channel: 'visit' }))).not.toContain('signedForOn');
  });
});

test('the preview counts from the day of a letter and from the hour of a visit', () => {
  const { fields } = beginArrival('letter');
  const visitedAt = '2026-03-02T15:30:00+08:00';

  expect(receiptOf({ ...fields, receivedOn: '2026-03-02' })).toBe('2026-03-02T00:00:00+08:00');
  expect(receiptOf({ ...fields, receivedOn: null })).toBeNull();
  expect(receiptOf({ ...fields, channel: 'visit', visitedAt })).toBe(visitedAt);
});
