import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeForeignJobId, composeJobId } from './job-id';

describe('a job id', () => {
  test.each(['', 'a:b', 'a_b', 'a b', '编号', 'a/b'])('is refused for the key "%s"', (key) => {
    expect(() => composeJobId('mail.send', key)).toThrow(expect.objectContaining({ code: 'job.key-invalid' }));
  });

  test('made of an outbox row is the one that enqueueing by name and key makes', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9.-]+$/), (key) => {
        expect(composeForeignJobId('mail.send', key)).toBe(composeJobId('mail.send', key));
      }),
    );
  });

  test('is one that BullMQ takes, whatever the row says, and different rows have different ids', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, text, text, (name, key, otherName, otherKey) => {
        const id = composeForeignJobId(name, key);
        expect(id).toMatch(/^[A-Za-z0-9.=-]*_[A-Za-z0-9.=-]*$/);
        const same = name === otherName && key === otherKey;
        expect(composeForeignJobId(otherName, otherKey) === id).toBe(same);
      }),
    );
  });
});
