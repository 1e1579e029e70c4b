import { describe, expect, test } from 'vitest';
import type { UnitId } from '../complaint/vocabulary';
import { civilDate } from '../time/civil-date';
import type { CaseFacts } from './case-facts';
import { checkLetter, draftProblems } from './check-letter';
import type { LetterFields } from './letter-fields';
import { LETTER_KINDS, type LetterKind } from './letter-kinds';
import { SAMPLE_FACTS, SAMPLE_LETTERS } from './sample-letters';

function problemsOf<K extends LetterKind>(kind: K, change: Partial<LetterFields<K>>, facts: Partial<CaseFacts> = {}) {
  return checkLetter(kind, { ...SAMPLE_LETTERS[kind], ...change }, { ...SAMPLE_FACTS, ...facts });
}
function codesOf<K extends LetterKind>(kind: K, change: Partial<LetterFields<K>>, facts: Partial<CaseFacts> = {}) {
  return problemsOf(kind, change, facts).map(({ code, field }) => `${field}: ${code}`);
}

test.each(LETTER_KINDS)('a complete %s has no problem', (kind) => {
  expect(checkLetter(kind, SAMPLE_LETTERS[kind], SAMPLE_FACTS)).toEqual([]);
});

describe('every letter', () => {
  test.each(LETTER_KINDS)('%s needs its case number, subject, organ and telephone', (kind) => {
    expect(codesOf(kind, { caseNumber: ' ', subject: '', organ: '', phone: '' })).toEqual([
      'caseNumber: missing',
      'subject: missing',
      'organ: missing',
      'phone: missing',
    ]);
  });

  test('may be signed without a number and a date, but not issued', () => {
    const problems = problemsOf('acceptance', { documentNumber: null, issuedOn: null });

    expect(problems.map(({ field }) => field)).toEqual(['issuedOn', 'documentNumber']);
    expect(draftProblems(problems)).toEqual([]);
  });

  test.each(['云民诉[2024]12号', '云民诉（2024）12号', '云民诉〔24〕12号', '云民诉〔2024〕012号', '云民诉〔2024〕12'])(
    'is not issued under %s, because a document number has its year in 〔〕',
    (documentNumber) => {
      expect(codesOf('reply', { documentNumber })).toEqual(['documentNumber: document-number']);
    },
  );

  test.each(['周大川乱收费', '林晓棠反映的事', '关于１３８００１３８０００的来信'])(
    'has a neutral subject, not %s',
    (subject) => {
      expect(codesOf('acceptance', { subject })).toEqual(['subject: subject-not-neutral']);
    },
  );

  test('names nobody in what it says about itself', () => {
    const problems = [
      ...problemsOf('acceptance', { subject: '林晓棠反映的事' }),
      ...problemsOf('dispatch-slip', { summary: '林晓棠说被乱收费', receiver: { name: '周大川', unitId: null } }),
    ];

    expect(problems.length).toBeGreaterThan(2);
    expect(problems.map(({ message }) => message).join()).not.toMatch(/林晓棠|周大川/);
  });

  test('is not dated before the complaint came', () => {
    expect(codesOf('rejection', { issuedOn: civilDate('2024-03-14') })).toEqual(['issuedOn: days-out-of-order']);
  });
});

describe('受理告知书', () => {
  test('says by whom and until when, how to ask and how to add', () => {
    expect(
      codesOf('acceptance', {
        acceptedOn: null,
        enquiry: '',
        howToSupplement: '',
        handlingUnit: { name: '', unitId: null },
      }),
    ).toEqual(['acceptedOn: missing', 'enquiry: missing', 'howToSupplement: missing', 'handlingUnit: missing']);
  });

  test('does not give the case to an accused unit', () => {
    const handlingUnit = { name: '殡葬管理所', unitId: 'unit-accused' as UnitId };

    expect(codesOf('acceptance', { handlingUnit })).toEqual(['handlingUnit: receiver-accused']);
  });
});

describe('不予受理告知书', () => {
  test('has reasons, a basis and a way to object', () => {
    expect(codesOf('rejection', { reasons: ['  '], basis: [], objection: '' })).toEqual([
      'reasons: missing',
      'basis: missing',
      'objection: missing',
    ]);
  });

  test('cites an article, not just "有关规定"', () => {
    expect(codesOf('rejection', { basis: ['按照有关规定'] })).toEqual(['basis: basis-without-article']);
    expect(codesOf('rejection', { basis: ['信访工作条例第三十一条'] })).toEqual([]);
  });

  test('names another channel or a remedy', () => {
    expect(codesOf('rejection', { otherChannels: [], remedies: [] })).toEqual(['otherChannels: no-other-channel']);
    expect(codesOf('rejection', { otherChannels: [] })).toEqual([]);
    expect(codesOf('rejection', { remedies: [] })).toEqual([]);
  });

  test('does not send the complainant to whom they complain about', () => {
    expect(codesOf('rejection', { otherChannels: [{ organ: '云岭市殡仪服务中心', phone: '' }] })).toEqual([
      'otherChannels: receiver-accused',
    ]);
  });

  test('waits for the legal reviewer to choose the remedy', () => {
    expect(codesOf('rejection', { remedies: null })).toEqual(['remedies: remedy-undecided']);
  });
});

describe('转送告知书', () => {
  test.each([
    ['an accused unit of the register', { name: '殡葬管理所', unitId: 'unit-accused' as UnitId }],
    ['a part of an accused body', { name: '云岭市殡仪服务中心业务部', unitId: null }],
    ['an accused body written with blanks', { name: '云岭市 殡仪服务中心', unitId: null }],
  ])('does not go to %s', (_, receiver) => {
    expect(codesOf('transfer', { receiver })).toEqual(['receiver: receiver-accused']);
  });

  test('does not go to the outside body that the accused person belongs to', () => {
    const receiver = { name: '云岭市公安局', unitId: null };

    expect(codesOf('transfer', { receiver }, { accusedNames: ['云岭市公安局某民警'] })).toEqual([
      'receiver: receiver-accused',
    ]);
  });

  test('may go to the unit above an accused section', () => {
    const receiver = { name: '中城区民政局', unitId: 'unit-county' as UnitId };

    expect(codesOf('transfer', { receiver }, { accusedNames: ['中城区民政局养老科'] })).toEqual([]);
  });

  test('says when it went', () => {
    expect(codesOf('transfer', { transferredOn: null })).toEqual(['transferredOn: missing']);
    expect(codesOf('transfer', { transferredOn: civilDate('2024-03-14') })).toEqual([
      'transferredOn: days-out-of-order',
    ]);
  });
});

describe('补正通知书', () => {
  test('says of each item what and why', () => {
    expect(codesOf('supplement', { items: [] })).toEqual(['items: missing']);
    expect(problemsOf('supplement', { items: [{ what: '票据', why: '' }] }).map(({ message }) => message)).toEqual([
      '第1项未说明为何需要。',
    ]);
  });

  test('leaves at least a day to answer', () => {
    expect(codesOf('supplement', { respondBy: civilDate('2024-03-20') })).toEqual(['respondBy: days-out-of-order']);
    expect(codesOf('supplement', { respondBy: null })).toEqual(['respondBy: missing']);
  });

  test('is sent once', () => {
    expect(codesOf('supplement', {}, { wasSupplementAsked: true })).toEqual(['items: asked-twice']);
  });
});

describe('延期告知书', () => {
  test('names a reason and the approval', () => {
    expect(codesOf('extension', { reasons: [], approvedOn: null })).toEqual([
      'reasons: missing',
      'approvedOn: missing',
    ]);
  });

  test('moves the day later, never earlier', () => {
    expect(codesOf('extension', { newDueOn: civilDate('2024-04-15') })).toEqual(['newDueOn: days-out-of-order']);
  });

  test.each([0, 31, 1.5])('is not for %d days', (extensionDays) => {
    expect(codesOf('extension', { extensionDays })).toEqual(['extensionDays: extension-length']);
  });

  test('is not dated before it was approved', () => {
    expect(codesOf('extension', { issuedOn: civilDate('2024-04-09') })).toEqual(['issuedOn: days-out-of-order']);
  });
});

describe('办理结果答复书', () => {
  const [first, second] = SAMPLE_LETTERS.reply.points;
  if (first === undefined || second === undefined) throw new Error('The sample answers two points.');

  test('answers each numbered point of the complaint', () => {
    expect(problemsOf('reply', { points: [second] }).map(({ message }) => message)).toEqual(['未答复第1项反映事项。']);
    expect(codesOf('reply', { points: [] })).toEqual([
      'points: missing',
      'points: point-unanswered',
      'points: point-unanswered',
    ]);
  });

  test('answers no point that was never made, and none twice', () => {
    expect(codesOf('reply', { points: [first, second, { ...second, number: 3 }] })).toEqual(['points: point-unknown']);
    expect(codesOf('reply', { points: [first, second, second] })).toEqual(['points: point-twice']);
  });

  test('has at least one answer where the points were not counted', () => {
    expect(codesOf('reply', { points: [first] }, { pointCount: 0 })).toEqual([]);
    expect(codesOf('reply', { points: [second] }, { pointCount: 0 })).toEqual(['points: point-unanswered']);
  });

  test('says of each point what was asked, found, applied and done', () => {
    const points = [{ ...first, inquiry: '', facts: ' ', basis: '', handling: '' }, second];

    expect(problemsOf('reply', { points }).map(({ message }) => message)).toEqual([
      '第1项未填写核查经过。',
      '第1项未填写认定事实。',
      '第1项未填写依据。',
      '第1项未填写处理意见。',
    ]);
  });

  test('offers review as a petition or reconsideration and litigation, not both ways', () => {
    const remedies = [
      { remedy: 'petition-review', body: '云岭市人民政府' },
      { remedy: 'administrative-litigation', body: '云岭市中城区人民法院' },
    ] as const;

    expect(codesOf('reply', { remedies })).toEqual(['remedies: remedy-conflict']);
  });

  test('names the body that hears the remedy', () => {
    expect(codesOf('reply', { remedies: [{ remedy: 'petition-review', body: '' }] })).toEqual([
      'remedies: remedy-without-body',
    ]);
    expect(codesOf('reply', { remedies: [] })).toEqual([]);
    expect(codesOf('reply', { remedies: null })).toEqual(['remedies: remedy-undecided']);
  });
});
