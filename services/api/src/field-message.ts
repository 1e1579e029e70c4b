// What is wrong with a field, in Chinese. Schemas that say it themselves are left alone; this is for the rest.
// The value itself is never repeated: it may be a name or a telephone number.
import type { z } from 'zod';

const LABELS: Readonly<Record<string, string>> = {
  login: '用户名',
  password: '密码',
  currentPassword: '当前密码',
  newPassword: '新密码',
  clientId: '登记编号',
  callerPhone: '来电号码',
  callerName: '来电人姓名',
  accusedText: '被反映对象',
  accusedUnitId: '被反映单位',
  place: '地点',
  subject: '事由',
  content: '反映内容',
  demand: '诉求',
  calledAt: '通话时间',
  complainantName: '姓名',
  complainantPhone: '电话',
  complainantAddress: '地址',
  signedForOn: '签收日',
  visitedAt: '来访时间',
  reachedOn: '到达日',
  limitOn: '转办时限',
  referenceNumber: '编号',
  position: '附件序号',
  phone: '电话号码',
  clock: '期限种类',
  repliedAt: '答复时间',
  complaintIds: '所选案件',
  instruction: '要求',
  answer: '办理情况',
  comment: '意见',
  workingDays: '反馈期限(工作日)',
  statement: '答复内容',
  reason: '理由',
  unitId: '单位',
  handlerId: '承办人',
  channel: '来源渠道',
  light: '预警灯',
  state: '状态',
  limit: '每页条数',
  cursor: '翻页位置',
  number: '案件编号',
  file: '文件',
  id: '编号',
  kind: '投诉举报类型',
  problem: '主要问题类别',
  otherProblems: '其他问题类别',
  section: '业务领域',
  district: '区县',
};

/** zod's error hook: asked only where the schema has no words of its own. */
export function fieldMessage(issue: z.core.$ZodRawIssue): string {
  return `${labelOf(issue.path ?? [])}${describe(issue)}`;
}

function labelOf(path: readonly PropertyKey[]): string {
  const name = path.findLast((part) => typeof part === 'string');
  return name === undefined ? '提交的内容' : (LABELS[name] ?? name);
}

function describe(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? '不能为空' : '格式不正确';
    case 'too_big':
      return issue.origin === 'string' ? `不能超过${String(issue.maximum)}个字符` : `不能大于${String(issue.maximum)}`;
    case 'too_small':
      return issue.origin === 'string' ? `至少${String(issue.minimum)}个字符` : `不能小于${String(issue.minimum)}`;
    case 'invalid_value':
      return '不在可选范围内';
    default:
      return '格式不正确';
  }
}
