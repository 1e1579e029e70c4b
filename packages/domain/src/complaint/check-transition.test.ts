// What the moves mean to the people and the clocks, one rule at a time.
import { describe, expect, test } from 'vitest';
import { civilDate } from '../time/civil-date';
import { checkTransition, movesOpenTo } from './check-transition';
import { NO_EFFECT, type ClockEffects } from './clock-effects';
import type { Move } from './moves';
import { ACTOR_ID, factsFor, INPUT, STANDING } from './sample-facts';
import { isAmong, relationsOf, type CaseOwnership, type Relation } from './taken-by';
import type { CaseStanding, MoveInput, TransitionFacts } from './transition-facts';
import { TRANSITIONS } from './transitions';
import { COMPLAINT_STATES, ROLES, type ComplaintState, type Role, type UnitId, type UserId } from './vocabulary';

type Letter = NonNullable<MoveInput['letter']>;
const withLetter = (state: ComplaintState, move: Move, letter: Partial<Letter>): TransitionFacts => {
  const facts = whereClocksAre({}, factsFor(state, move));
  const base: Letter = facts.input.letter ?? { kind: 'acceptance', isSignedOff: true, proof: 'letter' };
  return { ...facts, input: { ...facts.input, letter: { ...base, ...letter } } };
};
const refusalOf = (state: ComplaintState, move: Move, facts: TransitionFacts): string => {
  const verdict = checkTransition(state, move, facts);
  return verdict.allowed ? 'allowed' : verdict.error.publicMessage;
};
const clocks = (effects: Partial<ClockEffects>): ClockEffects => ({ ...NO_EFFECT, ...effects });

const RUNNING: CaseStanding['clocks'] = { procedural: 'running', substantive: 'running', hotline: 'running' };
const whereClocksAre = (clocks: Partial<CaseStanding['clocks']>, facts: TransitionFacts): TransitionFacts => ({
  ...facts,
  standing: { ...facts.standing, clocks: { ...RUNNING, ...clocks } },
});

describe('what a move does to the clocks of a hotline case, its letter being proven', () => {
  const ended = { substantive: 'ended', hotline: 'ended' } as const;
  const met = { procedural: 'met', substantive: 'met', hotline: 'met' } as const;
  const noAnswerOwed = { substantive: 'close-without-reply', hotline: 'close-without-reply' } as const;

  test.each<[Move, ComplaintState, Partial<CaseStanding['clocks']>, Partial<ClockEffects>]>([
    ['accept', 'registered', {}, { procedural: 'met' }],
    ['reject', 'registered', {}, { procedural: 'met', ...noAnswerOwed }],
    ['transfer', 'handling', {}, { procedural: 'met', ...noAnswerOwed }],
    ['transfer', 'handling', { procedural: 'met' }, noAnswerOwed],
    // The promise to the public stays the city's.
    ['pass_down', 'registered', {}, { procedural: 'met' }],
    ['request_supplement', 'registered', {}, { procedural: 'met', substantive: 'pause' }],
    ['receive_supplement', 'supplement', { substantive: 'waiting' }, { substantive: 'resume' }],
    // The notice was never proven to have left, so nothing had been stopped.
    ['receive_supplement', 'supplement', {}, {}],
    ['proceed_without_supplement', 'supplement', { substantive: 'waiting' }, { substantive: 'resume' }],
    ['deem_abandoned', 'supplement', { procedural: 'met', substantive: 'waiting' }, noAnswerOwed],
    ['dispatch', 'accepted', {}, {}],
    ['return', 'signed', {}, {}],
    ['reassign', 'handling', {}, {}],
    ['suspend', 'handling', {}, {}],
    ['resume', 'suspended', {}, {}],
    ['grant_extension', 'handling', {}, { substantive: 'extend' }],
    ['reply', 'review', {}, { procedural: 'met', substantive: 'met', hotline: 'met' }],
    ['reply', 'review', { procedural: 'met' }, { substantive: 'met', hotline: 'met' }],
    ['close', 'replied', met, {}],
    ['reopen', 'closed', met, { substantive: 'reopen' }],
    ['revoke', 'rejected', ended, { substantive: 'reopen', hotline: 'reopen' }],
    ['merge', 'registered', {}, { procedural: 'close-without-reply', substantive: 'close-without-reply' }],
    ['split', 'merged', { ...ended, procedural: 'ended' }, { procedural: 'reopen', substantive: 'reopen' }],
    ['split', 'merged', { ...ended, procedural: 'met' }, { substantive: 'reopen' }],
    ['letter_bounced', 'handling', { procedural: 'met' }, { procedural: 'take-back' }],
    ['reply_bounced', 'closed', met, { procedural: 'take-back', substantive: 'take-back', hotline: 'take-back' }],
  ])('%s from %s, clocks %o', (move, state, standing, effects) => {
    expect(checkTransition(state, move, whereClocksAre(standing, factsFor(state, move)))).toMatchObject({
      allowed: true,
      clocks: clocks(effects),
      onceProven: null,
    });
  });
});

describe('a letter', () => {
  test('meets no clock before its sending is proven, though the decision stands', () => {
    expect(
      checkTransition('registered', 'accept', whereClocksAre({}, factsFor('registered', 'accept', null))),
    ).toMatchObject({
      to: 'accepted',
      clocks: NO_EFFECT,
      onceProven: clocks({ procedural: 'met' }),
    });
  });

  test('that only tells of an extension leaves no clock waiting', () => {
    expect(
      checkTransition('handling', 'grant_extension', whereClocksAre({}, factsFor('handling', 'grant_extension', null))),
    ).toMatchObject({ clocks: clocks({ substantive: 'extend' }), onceProven: null });
  });

  test.each<[string, Partial<Letter>, string]>([
    ['of another kind', { kind: 'rejection' }, '受理告知书'],
    ['that is not signed off', { isSignedOff: false }, '还没有审签完毕'],
  ])('%s accepts nothing', (_, letter, words) => {
    expect(refusalOf('registered', 'accept', withLetter('registered', 'accept', letter))).toContain(words);
  });

  test('counts as sent on the word of a person, never on that of a program, where it was a call or a posting', () => {
    const facts = withLetter('accepted', 'letter_proven', { proof: 'phone-reply' });

    expect(checkTransition('accepted', 'letter_proven', facts).allowed).toBe(true);
    expect(refusalOf('accepted', 'letter_proven', { ...facts, mover: 'system' })).toContain('须由人员登记');
  });

  test('is not proven by nothing', () => {
    expect(refusalOf('accepted', 'letter_proven', withLetter('accepted', 'letter_proven', { proof: null }))).toContain(
      '送达证明',
    );
  });

  test('that asked for a supplement stops the month only while it is waited for', () => {
    const late = withLetter('registered', 'letter_proven', { kind: 'supplement' });
    const waiting = withLetter('supplement', 'letter_proven', { kind: 'supplement' });

    expect(checkTransition('registered', 'letter_proven', late)).toMatchObject({
      clocks: clocks({ procedural: 'met' }),
    });
    expect(checkTransition('supplement', 'letter_proven', waiting)).toMatchObject({
      clocks: clocks({ procedural: 'met', substantive: 'pause' }),
    });
  });

  test('that answered the first time does not answer a case that was opened again meanwhile', () => {
    const late = whereClocksAre({}, withLetter('redo', 'reply_proven', {}));

    expect(checkTransition('redo', 'reply_proven', late)).toMatchObject({
      to: 'redo',
      clocks: clocks({ procedural: 'met', hotline: 'met' }),
    });
  });

  test('that asked for a supplement and bounced gives the stopped days back, even later', () => {
    const bounced = whereClocksAre(
      { procedural: 'met' },
      withLetter('registered', 'letter_bounced', { kind: 'supplement' }),
    );

    expect(checkTransition('registered', 'letter_bounced', bounced)).toMatchObject({
      clocks: clocks({ procedural: 'take-back', substantive: 'take-back' }),
    });
  });
});

describe('a unit returns a case', () => {
  const on = (dispatchedOn: string, today: string): TransitionFacts => ({
    ...factsFor('dispatched', 'return'),
    today: civilDate(today),
    standing: { ...STANDING, dispatchedOn: civilDate(dispatchedOn) },
  });

  test.each([
    ['2024-05-17', '2024-05-17'],
    ['2024-05-17', '2024-05-21'],
    // Over the Spring Festival: Friday the 9th, then the make-up workday of Sunday the 18th.
    ['2024-02-08', '2024-02-18'],
  ])('dispatched on %s, still on %s', (dispatchedOn, today) => {
    expect(checkTransition('dispatched', 'return', on(dispatchedOn, today)).allowed).toBe(true);
  });

  test.each([
    ['2024-05-17', '2024-05-22'],
    ['2024-02-08', '2024-02-19'],
  ])('dispatched on %s, no longer on %s', (dispatchedOn, today) => {
    expect(refusalOf('dispatched', 'return', on(dispatchedOn, today))).toContain('2个工作日');
  });

  test('never again once it was designated', () => {
    const facts = factsFor('signed', 'return');
    const designated = { ...facts, standing: { ...STANDING, isDesignated: true } };

    expect(refusalOf('signed', 'return', designated)).toContain('指定后不得再次退回');
  });
});

describe('who moves a case', () => {
  const relations: readonly Relation[] = ['office', 'stand-in', 'own-unit', 'handler', 'anyone'];
  const takers = (move: Move): string[] =>
    ROLES.flatMap((role) =>
      relations
        .filter((relation) =>
          TRANSITIONS.some(
            (row) => row.move === move && isAmong(row.takenBy, { actor: actor(role), relations: [relation] }),
          ),
        )
        .map((relation) => `${role}/${relation}`),
    );
  const actor = (role: Role) => ({ userId: ACTOR_ID, role, unitId: 'unit-office' as UnitId });

  test.each<[Move, string[]]>([
    ['reject', ['intake_officer/office', 'legal_reviewer/stand-in', 'bureau_leader/anyone']],
    ['dispatch', ['intake_officer/office', 'legal_reviewer/stand-in', 'supervisor/anyone']],
    ['merge', ['intake_officer/office', 'legal_reviewer/stand-in', 'supervisor/anyone']],
    ['return', ['unit_head/own-unit']],
    ['start', ['handler/handler', 'unit_head/own-unit']],
    ['suspend', ['bureau_leader/anyone']],
    ['approve', ['unit_head/own-unit', 'legal_reviewer/anyone', 'bureau_leader/anyone']],
  ])('%s: %j', (move, expected) => {
    expect(takers(move)).toEqual(ROLES.flatMap((role) => expected.filter((one) => one.startsWith(`${role}/`))));
  });

  test.each<Role>(['auditor', 'admin'])('the %s moves none', (role) => {
    const mover = { actor: actor(role), relations };

    expect(COMPLAINT_STATES.flatMap((state) => movesOpenTo(state, mover))).toEqual([]);
  });

  test('a program only reports what became of a letter; it decides, merges and closes nothing', () => {
    const moves = new Set(COMPLAINT_STATES.flatMap((state) => movesOpenTo(state, 'system')));

    expect([...moves].sort()).toEqual(['letter_bounced', 'letter_proven', 'reply_bounced', 'reply_proven']);
  });

  test('whoever may not is told who may, but not who stands in for an accused office', () => {
    const mover = { actor: actor('handler'), relations: ['anyone', 'handler'] as const };
    const refusal = refusalOf('accepted', 'dispatch', { ...factsFor('accepted', 'dispatch'), mover });

    expect(refusal).toBe('“已受理”的案件不能“派单”:应由受理部门的受理员、督办员办理');
  });

  test('nobody approves what they asked for themselves', () => {
    const facts = { ...factsFor('handling', 'suspend'), input: { ...INPUT, requestedBy: ACTOR_ID } };

    expect(refusalOf('handling', 'suspend', facts)).toContain('不能批准自己的申请');
  });
});

describe('how an officer stands to a case', () => {
  const owned: CaseOwnership = {
    handlingUnits: ['section' as UnitId, 'county' as UnitId],
    handlerId: 'handler' as UserId,
    officeUnitId: 'office' as UnitId,
    accusesOffice: false,
  };
  const relationsFrom = (unitId: string, userId: string, ownership = owned): readonly Relation[] =>
    relationsOf({ userId: userId as UserId, role: 'handler', unitId: unitId as UnitId }, ownership);

  test.each<[string, string, string, Relation[]]>([
    ['the office', 'office', 'x', ['anyone', 'office']],
    ['a unit above the handling one', 'county', 'x', ['anyone', 'own-unit']],
    ['the named handler', 'section', 'handler', ['anyone', 'own-unit', 'handler']],
    ['another unit', 'elsewhere', 'x', ['anyone']],
  ])('%s', (_, unitId, userId, expected) => {
    expect(relationsFrom(unitId, userId)).toEqual(expected);
  });

  test('when the case accuses the office, those outside it stand in', () => {
    const accusing = { ...owned, accusesOffice: true };

    expect(relationsFrom('elsewhere', 'x', accusing)).toContain('stand-in');
    expect(relationsFrom('office', 'x', accusing)).not.toContain('stand-in');
  });
});

test('a refusal says everything that is missing at once, and names nobody', () => {
  const facts = { ...factsFor('handling', 'suspend'), input: { requestedBy: 'u' as UserId } };
  const verdict = checkTransition('handling', 'suspend', facts);
  if (verdict.allowed) throw new Error('was allowed');

  expect(verdict.error.message).toBe(
    `Move suspend of a handling case is refused: needs reason, plan, review-day, complainant-told. From here: ${verdict.error.allowedMoves.join(', ')}.`,
  );
  expect(verdict.error.message).not.toContain(ACTOR_ID);
});
