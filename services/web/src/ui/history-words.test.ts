import { describe, expect, test } from 'vitest';
import { translatorOf } from '../messages/test-translator';
import { eventFacts, eventLabel, rungText } from './history-words';

const chinese = translatorOf('zh-CN');

describe('the history of a case in words', () => {
  test('an event that this page does not know is shown by its code, not hidden', () => {
    expect(eventLabel('case.foretold', chinese)).toBe('case.foretold');
    expect(eventLabel('toString', chinese)).toBe('toString');
  });

  test('a reply is labelled in Chinese', () => {
    expect(eventLabel('reply.recorded', chinese)).toBe('登记答复');
  });

  test.each([
    ['minus-2', '到期前2个工作日提醒'],
    ['last-day', '到期当日提醒'],
    ['passed', '已超期,催办'],
    ['plus-10', '超期后第10个工作日通报'],
    ['sideways', 'sideways'],
  ])('rung %s reads %s', (code, expected) => {
    expect(rungText(code, chinese)).toBe(expected);
  });

  test('an escalation names its clock, its rung and the due day', () => {
    const facts = eventFacts({ clock: 'procedural', rung: 'passed', dueOn: '2026-11-20' }, chinese);

    expect(facts).toEqual(['程序性答复', '已超期,催办', '到期日 2026-11-20']);
  });

  test('after an outage the event names the lower rungs that it stands for', () => {
    const facts = eventFacts({ rung: 'passed', superseded: ['minus-2', 'last-day'] }, chinese);

    expect(facts.at(-1)).toContain('到期前2个工作日提醒、到期当日提醒');
  });

  test('a receipt that was withheld says why in words', () => {
    expect(eventFacts({ reason: 'mailing-list' }, chinese)).toEqual(['理由:来信发自邮件列表,不向列表回信']);
  });

  test('the reason that an officer gave is left as it was written', () => {
    expect(eventFacts({ reason: '核实事实需回电' }, chinese)).toEqual(['理由:核实事实需回电']);
  });

  test('an assignment names the unit', () => {
    expect(eventFacts({ unitId: 'u1' }, chinese, new Map([['u1', '殡葬管理科']]))).toEqual(['殡葬管理科']);
  });

  test('a confirmed classification is told by the names of its classes', () => {
    const data = {
      version: 1,
      complaintKind: 'enforcement-conduct',
      problem: 'inaction',
      otherProblems: ['arbitrary', 'irregular'],
      section: null,
      district: '210303',
    };

    expect(eventFacts(data, chinese)).toEqual([
      'A类：行政执法行为投诉',
      '执法不作为',
      '执法乱作为、执法不规范、不公开',
      '铁西区',
    ]);
  });

  test('ids and unknown facts are left out', () => {
    expect(eventFacts({ intakeItemId: 'x', row: 3, nested: {} }, chinese)).toEqual([]);
  });
});
