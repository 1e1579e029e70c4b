import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { UserId } from '../complaint/vocabulary';
import { LETTER_KINDS } from './letter-kinds';
import { BrokenSignOffChain, nextSigner, refuseSignature, SIGN_OFF_CHAINS, type Signature } from './sign-off';

const [WANG, LI, ZHAO, QIAN] = ['wang', 'li', 'zhao', 'qian'] as UserId[] as [UserId, UserId, UserId, UserId];
const drafted: Signature = { step: 'handler', by: WANG };
const checked: Signature = { step: 'unit-head', by: LI };

test.each(['rejection', 'extension', 'reply'] as const)('%s passes legal review before the leader', (kind) => {
  expect(SIGN_OFF_CHAINS[kind]).toEqual(['handler', 'unit-head', 'legal-review', 'leader']);
});

test.each(['acceptance', 'transfer', 'supplement'] as const)('%s goes from the unit head to the leader', (kind) => {
  expect(nextSigner(kind, [drafted, checked])).toBe('leader');
});

describe('a signature', () => {
  test('is refused out of turn', () => {
    expect(refuseSignature('rejection', [drafted, checked], { step: 'leader', by: QIAN }, null)?.code).toBe(
      'not-the-next-step',
    );
  });

  test('is refused to a person who has signed already, whatever their roles', () => {
    expect(refuseSignature('acceptance', [drafted], { step: 'unit-head', by: WANG }, null)?.code).toBe(
      'signed-already',
    );
  });

  test('is refused to whoever asked for the extension, except on their own draft', () => {
    expect(refuseSignature('extension', [drafted], { step: 'unit-head', by: ZHAO }, ZHAO)?.code).toBe(
      'requester-approves',
    );
    expect(refuseSignature('extension', [], { step: 'handler', by: ZHAO }, ZHAO)).toBeNull();
  });

  test('is refused once everybody has signed', () => {
    const all: Signature[] = [drafted, checked, { step: 'leader', by: ZHAO }];

    expect(nextSigner('transfer', all)).toBeNull();
    expect(refuseSignature('transfer', all, { step: 'leader', by: QIAN }, null)?.code).toBe('chain-complete');
  });
});

test('stored signatures in a wrong order are a fault, not a state', () => {
  expect(() => nextSigner('reply', [checked, drafted])).toThrow(BrokenSignOffChain);
});

test('however people try, a finished chain has as many persons as steps and no approving requester', () => {
  const people = fc.constantFrom(WANG, LI, ZHAO, QIAN, 'sun' as UserId);
  fc.assert(
    fc.property(
      fc.constantFrom(...LETTER_KINDS),
      fc.option(people, { nil: null }),
      fc.array(people, { maxLength: 30 }),
      (kind, requester, tries) => {
        const signatures: Signature[] = [];
        for (const by of tries) {
          const step = nextSigner(kind, signatures);
          if (step !== null && refuseSignature(kind, signatures, { step, by }, requester) === null) {
            signatures.push({ step, by });
          }
        }

        expect(signatures.map(({ step }) => step)).toEqual(SIGN_OFF_CHAINS[kind].slice(0, signatures.length));
        expect(new Set(signatures.map(({ by }) => by)).size).toBe(signatures.length);
        expect(signatures.slice(1).some(({ by }) => by === requester)).toBe(false);
      },
    ),
  );
});
