import { describe, expect, test } from 'vitest';
import type { UnitId } from '../complaint/vocabulary';
import { civilDate } from '../time/civil-date';
import { checkLetter } from './check-letter';
import type { LetterFields } from './letter-fields';
import type { LetterKind } from './letter-kinds';
import { SAMPLE_FACTS, SAMPLE_LETTERS } from './sample-letters';

function codesOf<K extends LetterKind>(kind: K, change: Partial<LetterFields<K>>) {
  const problems = checkLetter(kind, { ...SAMPLE_LETTERS[kind], ...change }, SAMPLE_FACTS);
  return problems.map(({ code, field }) => `${field}: ${code}`);
}

describe('internal papers', () => {
  test.each([
    ['a name', '林晓棠反映收费问题'],
    ['a name with a blank inside', '林 晓棠反映收费问题'],
    ['a telephone with dashes', '来电号码138-0013-8000'],
    ['a mailbox in capitals', '回复LXT@example.org'],
    ['a name over two lines', '来信人林\n晓棠'],
  ])('the dispatch slip does not show %s', (_, summary) => {
    expect(codesOf('dispatch-slip', { summary })).toEqual(['text: identity-shown']);
  });

  test.each(['dispatch-slip', 'urging', 'supervision'] as const)('%s does not go to the accused', (kind) => {
    expect(codesOf(kind, { receiver: { name: '殡葬管理所', unitId: 'unit-accused' as UnitId } })).toEqual([
      'receiver: receiver-accused',
    ]);
  });

  test('the dispatch slip has a summary, requirements and an inner due day', () => {
    expect(codesOf('dispatch-slip', { summary: '', requirements: [], answerBy: null })).toEqual([
      'summary: missing',
      'requirements: missing',
      'answerBy: missing',
    ]);
  });

  test('nobody is urged on the due day itself', () => {
    expect(codesOf('urging', { issuedOn: civilDate('2024-04-15') })).toEqual(['issuedOn: days-out-of-order']);
  });

  test('a supervision order says why, what and until when', () => {
    expect(codesOf('supervision', { reasons: [], requirements: [], answerBy: null })).toEqual([
      'reasons: missing',
      'requirements: missing',
      'answerBy: missing',
    ]);
  });
});
