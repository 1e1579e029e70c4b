import { describe, expect, test } from 'vitest';
import { civilDate, civilDateOf } from '../time/civil-date';
import { handReceipt } from './hand-receipt';

describe('the receipt of what comes by hand', () => {
  test('a letter counts from the day it was signed for', () => {
    const { receivedAt, limitAt } = handReceipt({ channel: 'letter', signedForOn: civilDate('2026-03-31') });

    expect(civilDateOf(receivedAt)).toBe('2026-03-31');
    expect(limitAt).toBeNull();
  });

  test('a visit counts from the moment of its registration, which late in the evening is still that day', () => {
    const visitedAt = new Date('2026-03-31T23:50:00+08:00');

    expect(handReceipt({ channel: 'visit', visitedAt })).toEqual({ receivedAt: visitedAt, limitAt: null });
    expect(civilDateOf(visitedAt)).toBe('2026-03-31');
  });

  test('a referral counts from the day it reached us; its own limit ends at 24:00 of the day it names', () => {
    const { receivedAt, limitAt } = handReceipt({
      channel: 'petition',
      reachedOn: civilDate('2026-03-02'),
      limitOn: civilDate('2026-04-30'),
    });

    expect(civilDateOf(receivedAt)).toBe('2026-03-02');
    expect(limitAt).toEqual(new Date('2026-05-01T00:00:00+08:00'));
  });

  test('a referral without a limit has none of its own', () => {
    const arrival = { channel: 'petition', reachedOn: civilDate('2026-03-02'), limitOn: null } as const;

    expect(handReceipt(arrival).limitAt).toBeNull();
  });
});
