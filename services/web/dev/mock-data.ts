// Made-up cases for looking at the pages without a server. Typed by the contracts, so they cannot go stale unseen.
import type { BoardRow } from '@jieban/contracts/api/board';
import type { ClockView, ComplaintDetail } from '@jieban/contracts/api/complaint';
import type { Light } from '@jieban/domain/complaint/vocabulary';
import { explainDeadlines } from '@jieban/domain/deadline/explain-deadlines';
import { PUBLISHED_CALENDAR } from '@jieban/domain/deadline/published-calendar';
import { civilDateOf, daysBetween } from '@jieban/domain/time/civil-date';
import { formatShanghaiInstant } from '@jieban/domain/time/shanghai-format';

const DAY_MS = 86_400_000;

export const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const ago = (days: number, hours = 0): string =>
  formatShanghaiInstant(new Date(Date.now() - days * DAY_MS - hours * 3_600_000));

export const UNITS = [
  '市民政局办公室',
  '殡葬管理科',
  '社会救助科',
  '铁西区民政局',
  '铁东区民政局',
  '长大镇(县)民政局',
].map((name, i) => ({ id: uuid(100 + i), code: `U${i}`, name, kind: i < 3 ? 'section' : 'county', parentId: null }));
const unitOf = (i: number) => {
  const { id, code, name } = UNITS[i % UNITS.length] ?? { id: uuid(100), code: 'U0', name: '市民政局办公室' };
  return { id, code, name };
};

const SUBJECTS = [
  '反映某公墓强制捆绑销售墓碑、墓穴,拒不提供明码标价单',
  '反映低保金停发未告知原因',
  '反映养老院押金不退并要求签署放弃声明',
  '反映执法人员未出示证件即作出罚款',
  '反映殡仪馆骨灰盒价格与公示不符',
  '反映婚姻登记处要求额外购买照片套餐',
];

function clocksOf(receivedAt: Date): ClockView[] {
  const explained = explainDeadlines({ receivedAt, policy: 'calendar-roll', calendar: PUBLISHED_CALENDAR });
  const today = civilDateOf(new Date());
  return (['procedural', 'substantive'] as const).map((kind) => {
    const { nominalOn, dueOn, dueAt, provisional, steps } = explained[kind];
    const daysOver = Math.max(0, daysBetween(dueOn, today));
    const workingDaysLeft = PUBLISHED_CALENDAR.workingDaysUntil(today, dueOn);
    const light: Light =
      daysOver > 0 ? 'overdue' : workingDaysLeft === 0 ? 'red' : workingDaysLeft <= 2 ? 'yellow' : 'green';
    return {
      kind,
      policy: explained.policy,
      calendarVersion: explained.calendarVersion,
      nominalOn,
      dueOn,
      dueAt,
      provisional,
      steps: steps.map(({ code, on, text, article }) => ({ code, on, text, article })),
      status: 'running' as const,
      originalDueOn: dueOn,
      extensionDays: 0,
      pausedDays: 0,
      awaitingSince: null,
      metAt: null,
      metLate: false,
      light,
      workingDaysLeft,
      daysOver,
    };
  });
}

export const CASES: ComplaintDetail[] = Array.from({ length: 64 }, (_, i) => {
  const receivedAt = ago((i * 7) % 41, i % 9);
  const number = `MZ-2026-${String(812 - i).padStart(6, '0')}`;
  const channel = (['mailbox', 'hotline', 'phone'] as const)[i % 3] ?? 'phone';
  return {
    id: uuid(1000 + i),
    number,
    channel,
    state: 'registered',
    subject: SUBJECTS[i % SUBJECTS.length] ?? '',
    content:
      '2026年10月28日上午,来信人到该公墓办理安葬,工作人员要求必须购买指定墓碑,否则不予办理。\n来信人要求出示收费依据,对方拒绝。',
    demand: '退还多收费用,并书面说明收费依据。',
    accused: [{ text: '某公墓窗口人员', unit: null }],
    place: '铁西区',
    category: '',
    handlingUnit: unitOf(i),
    handler:
      i % 4 === 0
        ? null
        : { id: uuid(50 + (i % 5)), displayName: ['王敏', '李强', '张丽', '赵国庆', '欧阳建华'][i % 5] ?? '' },
    receivedAt,
    registeredAt: receivedAt,
    registeredBy: channel === 'phone' ? { id: uuid(1), displayName: '陈静' } : null,
    externalNumber: channel === 'hotline' ? '20261028114512345' : null,
    complainant: {
      isAnonymous: false,
      wantsSecrecy: i % 2 === 0,
      nameMasked: '张**',
      phoneMasked: '138****5678',
      emailMasked: channel === 'mailbox' ? 'z***@qq.com' : null,
      addressMasked: null,
      reveals: i % 3,
    },
    clocks: clocksOf(new Date(receivedAt)),
    history: [
      {
        seq: 1,
        type: 'complaint.registered',
        at: receivedAt,
        recordedAt: receivedAt,
        actor: null,
        data: { number, channel },
      },
      { seq: 2, type: 'receipt.sent', at: receivedAt, recordedAt: receivedAt, actor: null, data: {} },
      {
        seq: 3,
        type: 'escalation.fired',
        at: ago(3),
        recordedAt: ago(2),
        actor: null,
        data: { clock: 'procedural', rung: 'passed', dueOn: '2026-11-20' },
      },
      {
        seq: 4,
        type: 'case.unknown_event',
        at: ago(1),
        recordedAt: ago(1),
        actor: { id: uuid(1), displayName: '陈静' },
        data: {},
      },
    ],
    hasOriginalMail: channel === 'mailbox',
    actions: {
      recordReply: { allowed: i % 5 !== 1, reason: i % 5 === 1 ? '本案不由您所在单位承办,不能登记答复' : null },
      revealIdentity: { allowed: true, reason: null },
      assign: { allowed: true, reason: null },
    },
  };
});

export function boardRows(): BoardRow[] {
  return CASES.map((detail): BoardRow => {
    const clock =
      detail.clocks[detail.clocks[0]?.light === 'overdue' && Number(detail.number.slice(-1)) % 2 === 0 ? 1 : 0];
    if (clock === undefined) throw new Error('a mock case without clocks');
    return {
      complaintId: detail.id,
      number: detail.number,
      channel: detail.channel,
      subject: detail.subject,
      handlingUnit: detail.handlingUnit,
      handler: detail.handler,
      receivedAt: detail.receivedAt,
      clock: clock.kind,
      dueOn: clock.dueOn,
      dueAt: clock.dueAt,
      provisional: clock.provisional,
      light: clock.light ?? 'green',
      workingDaysLeft: clock.workingDaysLeft,
      daysOver: clock.daysOver,
      escalations: clock.light === 'overdue' ? 2 : 0,
    };
  }).sort((a, b) => a.dueAt.localeCompare(b.dueAt));
}
