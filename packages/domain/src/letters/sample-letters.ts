// One complete letter of each kind, with invented facts: what a template looks like before there is a case, and what
// the tests change one thing in.
import type { UnitId } from '../complaint/vocabulary';
import { civilDate } from '../time/civil-date';
import type { CaseFacts } from './case-facts';
import { documentNumber } from './document-number';
import type { CommonFields, ComplainantFields, LetterFields, UnitFields } from './letter-fields';
import type { LetterKind } from './letter-kinds';

export const SAMPLE_FACTS: CaseFacts = {
  accusedUnitIds: ['unit-accused' as UnitId],
  accusedNames: ['云岭市殡仪服务中心', '周大川'],
  identityWords: ['林晓棠', '13800138000', 'lxt@example.org'],
  pointCount: 2,
  wasSupplementAsked: false,
};

const SECTION = { name: '云岭市民政局社会事务科', unitId: 'unit-section' as UnitId };

const COMMON: CommonFields = {
  documentNumber: documentNumber('云民诉', 2024, 12),
  caseNumber: 'JB-2024-000123',
  receivedOn: civilDate('2024-03-15'),
  receivedThrough: 'mailbox',
  subject: '殡葬服务收费',
  organ: '云岭市民政局',
  issuedOn: civilDate('2024-03-20'),
  phone: '0888-5550100',
};
const TO_COMPLAINANT: ComplainantFields = { ...COMMON, salutation: '林女士' };
const TO_UNIT: UnitFields = { ...COMMON, receiver: SECTION };

export const SAMPLE_LETTERS: { readonly [K in LetterKind]: LetterFields<K> } = {
  acceptance: {
    ...TO_COMPLAINANT,
    acceptedOn: civilDate('2024-03-19'),
    handlingUnit: SECTION,
    substantiveDueOn: civilDate('2024-04-15'),
    isProvisional: true,
    enquiry: '可拨打0888-5550100，或者回复本邮件',
    howToSupplement: '请直接回复本邮件，或者寄至云岭市人民路1号市民政局办公室',
  },
  rejection: {
    ...TO_COMPLAINANT,
    reasons: ['您反映的墓地价格争议，属于经营者价格行为的监督管理，不属于民政部门的职责', '该事项已由有权机关立案处理'],
    basis: ['《中华人民共和国价格法》第三十三条', '《信访工作条例》第二十三条'],
    otherChannels: [
      { organ: '云岭市市场监督管理局', phone: '12315' },
      { organ: '云岭市发展和改革委员会', phone: '' },
    ],
    objection: '您可以自收到本告知书之日起15日内，以书面形式向我局提出，我局将予以复核',
    remedies: [
      { remedy: 'administrative-reconsideration', body: '云岭市人民政府' },
      { remedy: 'administrative-litigation', body: '云岭市中城区人民法院' },
    ],
  },
  transfer: {
    ...TO_COMPLAINANT,
    receiver: { name: '云岭市医疗保障局', unitId: null },
    receiverPhone: '0888-5550200',
    transferredOn: civilDate('2024-03-19'),
    materials: 'redacted',
    substantiveDueOn: civilDate('2024-04-15'),
  },
  supplement: {
    ...TO_COMPLAINANT,
    items: [
      { what: '办理丧葬事宜的时间和经办窗口', why: '据此调取当日的收费记录' },
      { what: '收费票据或者转账记录的复印件', why: '据此核对收费项目是否在公示清单之内' },
    ],
    respondBy: civilDate('2024-04-08'),
    howToSupplement: '请直接回复本邮件',
    otherwise: 'deemed-withdrawn',
  },
  extension: {
    ...TO_COMPLAINANT,
    issuedOn: civilDate('2024-04-11'),
    originalDueOn: civilDate('2024-04-15'),
    newDueOn: civilDate('2024-05-06'),
    extensionDays: 20,
    isProvisional: true,
    reasons: ['需要向三家单位调取2023年以来的收费台账', '正在委托第三方机构核算成本'],
    approvedOn: civilDate('2024-04-10'),
  },
  reply: {
    ...TO_COMPLAINANT,
    issuedOn: civilDate('2024-04-12'),
    points: [
      {
        number: 1,
        matter: '收费项目未公示',
        inquiry: '我局于2024年3月22日现场检查，调取了公示栏照片和收费系统记录，并询问了窗口工作人员',
        facts: '2023年11月至2024年2月，服务大厅的公示栏缺少3个收费项目，情况属实',
        basis: '《云岭市殡葬服务公示办法》第四条',
        handling: '责令立即改正，并对相关负责人进行了提醒谈话',
        rectification: '公示栏已于2024年3月25日更新，网上同步公开',
      },
      {
        number: 2,
        matter: '强制购买骨灰盒',
        inquiry: '我局调阅了您所述日期的业务单据，回访了同期办理业务的12户家属',
        facts: '未发现强制或者捆绑销售；有2户反映工作人员推荐时未说明可以自备',
        basis: '《云岭市殡葬服务公示办法》第四条',
        handling: '要求在办理窗口书面告知可以自备骨灰盒',
        rectification: '',
      },
    ],
    isDisclosureLimited: true,
    remedies: [{ remedy: 'petition-review', body: '云岭市人民政府' }],
  },
  'dispatch-slip': {
    ...TO_UNIT,
    documentNumber: null,
    summary: '来信反映：某殡仪服务机构2023年11月以来部分收费项目未公示，并要求家属购买指定用品',
    requirements: ['核查收费项目与公示清单是否一致', '逐项提出处理意见和依据'],
    answerBy: civilDate('2024-04-10'),
    attachments: ['来信（脱敏件）', '票据照片（脱敏件）'],
  },
  urging: {
    ...TO_UNIT,
    issuedOn: civilDate('2024-04-16'),
    clock: 'substantive',
    dueOn: civilDate('2024-04-15'),
    overdueWorkingDays: 1,
    requirements: ['由单位负责人签字后报送'],
    answerBy: civilDate('2024-04-18'),
  },
  supervision: {
    ...TO_UNIT,
    issuedOn: civilDate('2024-04-23'),
    reasons: ['该事项已超期5个工作日，经催办仍未办结'],
    requirements: ['单位负责人直接负责，逐项核实', '办结前每2个工作日报告一次进展'],
    answerBy: civilDate('2024-04-30'),
  },
};
