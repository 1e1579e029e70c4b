import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDate } from '../time/civil-date';
import { canonicalLetter } from './canonical-letter';
import { NOT_FILLED_IN } from './fill-template';
import type { LetterFields } from './letter-fields';
import { LETTER_KIND_FACTS, LETTER_KINDS, type LetterKind } from './letter-kinds';
import { letterMailSubject, letterText } from './letter-text';
import { renderLetter } from './render-letter';
import { SAMPLE_LETTERS } from './sample-letters';

const textOf = <K extends LetterKind>(kind: K, change: Partial<LetterFields<K>> = {}) =>
  letterText(renderLetter(kind, { ...SAMPLE_LETTERS[kind], ...change }));

/** Texts as officers type them: Chinese, figures, brackets, braces; nothing that a letter may set differently. */
const typed = fc
  .array(fc.constantFrom(...Array.from('云岭殡仪收费问题2024年（）{}$&“”a龑䶮𠮷')), { minLength: 3, maxLength: 20 })
  .map((parts) => `甲${parts.join('')}乙`);

/** The same letter with every typed text replaced by one of its own; the texts are kept for the search. */
function retype(value: unknown, next: () => string, seen: string[], key = ''): unknown {
  const isFixed = ['remedy', 'receivedThrough', 'materials', 'otherwise', 'clock', 'unitId'].includes(key);
  if (Array.isArray(value)) return value.map((entry) => retype(entry, next, seen));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, retype(inner, next, seen, name)]));
  }
  if (typeof value !== 'string' || isFixed || value === '' || key.endsWith('On') || key.endsWith('By')) return value;
  const text = next();
  seen.push(text);
  return text;
}

describe('every letter', () => {
  test.each(LETTER_KINDS)('%s loses nothing that was typed into it', (kind) => {
    fc.assert(
      fc.property(fc.array(typed, { minLength: 60, maxLength: 60 }), (texts) => {
        const seen: string[] = [];
        let used = 0;
        const fields = retype(SAMPLE_LETTERS[kind], () => `${texts[used] ?? ''}${used++}`, seen);
        const text = letterText(renderLetter(kind, fields as LetterFields));

        expect(seen.length).toBeGreaterThan(5);
        expect(seen.filter((value) => !text.includes(value))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test.each(LETTER_KINDS)('%s shows each of its days', (kind) => {
    const fields: Readonly<Record<string, unknown>> = { ...SAMPLE_LETTERS[kind] };
    const text = textOf(kind);
    const days = Object.entries(fields).filter(([name]) => /(On|By)$/.test(name));

    expect(days.length).toBeGreaterThan(1);
    for (const [name, on] of days) {
      const [year, month, day] = String(on).split('-').map(Number);
      expect(text, name).toContain(`${year}年${month}月${day}日`);
    }
  });

  test.each(LETTER_KINDS)('%s that is complete has no gap', (kind) => {
    expect(textOf(kind)).not.toContain(NOT_FILLED_IN);
    expect(textOf(kind)).not.toMatch(/。。|，。|：：|undefined|null|\{/);
  });

  test.each(LETTER_KINDS)('%s has its title, its closing and its organ', (kind) => {
    const { name, closing } = LETTER_KIND_FACTS[kind];

    expect(textOf(kind)).toContain(name);
    expect(textOf(kind)).toContain(closing);
    expect(textOf(kind).split('\n')).toContain('云岭市民政局');
  });

  test('shows in a draft what is still missing', () => {
    const text = textOf('rejection', { objection: '', documentNumber: null, issuedOn: null, salutation: '' });

    expect(text).toContain(`${NOT_FILLED_IN}：`);
    expect(text.split(NOT_FILLED_IN)).toHaveLength(4);
  });

  test('leaves braces and dollar signs of the officer as they are', () => {
    expect(textOf('dispatch-slip', { summary: '收费{caseNumber}和$&元' })).toContain('收费{caseNumber}和$&元。');
  });

  test('keeps the paragraphs of a long text', () => {
    const { paragraphs } = renderLetter('dispatch-slip', {
      ...SAMPLE_LETTERS['dispatch-slip'],
      summary: '其一。\r\n\r\n其二',
    });

    expect(paragraphs.map(({ text }) => text)).toEqual(expect.arrayContaining(['其一。', '其二。']));
  });
});

describe('the wording', () => {
  test('an acceptance tells the day of receipt, the unit and the day of the answer', () => {
    const text = textOf('acceptance');

    expect(text).toContain('您于2024年3月15日通过电子邮件反映的“殡葬服务收费”事项，我局已登记（编号：JB-2024-000123）');
    expect(text).toContain('由云岭市民政局社会事务科承办，我局将于2024年4月15日前（含当日）');
    expect(text).toContain('到期日为暂定');
    expect(textOf('acceptance', { isProvisional: false })).not.toContain('暂定');
  });

  test('an extension shows the old and the new day', () => {
    expect(textOf('extension')).toContain('延长20日。原到期日为2024年4月15日，新到期日为2024年5月6日（含当日，');
    expect(textOf('extension')).toContain('逢休假日的已顺延');
    expect(textOf('extension', { newDueOn: civilDate('2024-05-05') })).toContain('2024年5月5日（含当日）。');
  });

  test('a supplement notice says what happens when nothing comes', () => {
    expect(textOf('supplement')).toContain('视为您放弃本次反映');
    expect(textOf('supplement', { otherwise: 'handled-as-known' })).toContain('我局将按现有线索处理。');
  });

  test('an urging notice counts the working days, if there are any', () => {
    expect(textOf('urging')).toContain('已超期1个工作日。');
    expect(textOf('urging', { overdueWorkingDays: 0 })).toContain('至今未办结，已超期。');
  });

  test('a rejection numbers its parts without a gap when one is left out', () => {
    expect(textOf('rejection')).toContain('四、对本决定有异议的');
    expect(textOf('rejection', { otherChannels: [] })).toContain('三、对本决定有异议的');
  });

  test('a single reason has no number, several have', () => {
    expect(textOf('rejection')).toContain('（二）该事项已由有权机关立案处理。');
    expect(
      textOf('rejection', { reasons: ['不属于民政部门职责'], basis: ['某法第一条'], otherChannels: [] }),
    ).not.toContain('（一）');
  });

  test('a reply quotes the article of its remedy, and has no such part when there is none', () => {
    expect(textOf('reply')).toContain('30日内向云岭市人民政府请求复查');
    expect(textOf('reply')).toContain('《信访工作条例》第三十五条规定，“信访人对信访处理意见不服的');
    expect(textOf('reply', { remedies: [] })).not.toContain('救济途径');
  });

  test('reconsideration has 60 days and litigation 6 months', () => {
    expect(textOf('rejection')).toContain('60日内向云岭市人民政府申请行政复议');
    expect(textOf('rejection')).toContain('6个月内向云岭市中城区人民法院提起行政诉讼');
  });

  test('the subject of the mail tells nothing but the number', () => {
    const letter = renderLetter('rejection', SAMPLE_LETTERS.rejection);

    expect(letterMailSubject(letter)).toBe('关于您反映事项的办理告知 编号 JB-2024-000123');
  });
});

describe('the frozen text', () => {
  test.each(LETTER_KINDS)('%s is the same string whatever the order of its parts in memory', (kind) => {
    const letter = renderLetter(kind, SAMPLE_LETTERS[kind]);
    const reversed = Object.fromEntries(Object.entries(letter).reverse()) as unknown as typeof letter;

    expect(canonicalLetter(reversed)).toBe(canonicalLetter(letter));
  });

  test('changes with every character of the letter', () => {
    const frozen = (change: Partial<LetterFields<'acceptance'>>) =>
      canonicalLetter(renderLetter('acceptance', { ...SAMPLE_LETTERS.acceptance, ...change }));
    const versions = [
      frozen({}),
      frozen({ phone: '0888-5550101' }),
      frozen({ documentNumber: null }),
      frozen({ issuedOn: civilDate('2024-03-21') }),
      frozen({ salutation: '林先生' }),
      frozen({ isProvisional: false }),
    ];

    expect(new Set(versions).size).toBe(versions.length);
  });

  test('says in which form it is written', () => {
    expect(canonicalLetter(renderLetter('reply', SAMPLE_LETTERS.reply))).toMatch(/^jieban-letter\/1\n\{"caseNumber":/);
  });
});
