import type { ComplaintDraft } from '@jieban/application/register/registration-store';

/** A complaint like any other; name what the test is about. */
export function draft(differing: Partial<ComplaintDraft> = {}): ComplaintDraft {
  return {
    channel: 'phone',
    receivedAt: new Date('2026-05-08T10:00:00+08:00'),
    subject: '反映执法人员上门检查不出示证件',
    content: '两名工作人员到养老院检查,没有出示执法证,也没有留下文书。',
    demand: '',
    place: '铁西区',
    category: '',
    externalNumber: null,
    accused: [],
    identity: { name: '', phone: '', email: '', address: '' },
    isAnonymous: false,
    wantsSecrecy: false,
    handlingUnitId: null,
    registeredBy: null,
    hotlineDueAt: null,
    ...differing,
  };
}
