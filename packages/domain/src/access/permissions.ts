// Who may do what, as one table. Recusal (回避) stands above it: see case-scope.ts.
import type { Role, UnitId, UserId } from '../complaint/vocabulary';

export interface Actor {
  readonly userId: UserId;
  readonly role: Role;
  readonly unitId: UnitId;
}

export const ACTIONS = [
  'case.read',
  'case.reply',
  'case.reveal_identity',
  'case.assign',
  'accused.name',
  'interest.declare',
  'interest.decide',
  'case.move',
  'unit.people',
  'case.classify',
  'case.attach',
  'letter.read',
  'letter.draft',
  'letter.sign',
  'letter.issue',
  'phone.log',
  'arrival.register',
  'hotline.import',
  'intake.read',
  'mailbox.read',
  'jobs.read',
  'jobs.retry',
  'audit.read',
  'supervision.issue',
  'supervision.answer',
  'supervision.review',
] as const;
export type Action = (typeof ACTIONS)[number];

const PERMITTED: Readonly<Record<Action, readonly Role[]>> = {
  // The legal reviewer reads the cases of all units: reviews come from any of them, and a case that accuses the office
  // is taken over by this role. The auditor reads in order to compare a case with its history. Neither talks to the
  // complainant, so neither may lift the mask.
  'case.read': [
    'intake_officer',
    'handler',
    'unit_head',
    'legal_reviewer',
    'supervisor',
    'bureau_leader',
    'auditor',
    'admin',
  ],
  'case.reply': ['intake_officer', 'handler', 'unit_head'],
  // Those who must talk to the complainant; each look is counted with its reason.
  'case.reveal_identity': ['intake_officer', 'handler', 'unit_head'],
  // Who has read the case in order to work on it.
  'case.classify': ['intake_officer', 'handler', 'unit_head'],
  'case.assign': ['intake_officer', 'supervisor'],
  // Those who triage. Naming shuts people out; who may lift it again: triage-accused.ts.
  'accused.name': ['intake_officer', 'legal_reviewer', 'supervisor'],
  // The duty to withdraw is everybody's who reads cases (公务员法77).
  'interest.declare': [
    'intake_officer',
    'handler',
    'unit_head',
    'legal_reviewer',
    'supervisor',
    'bureau_leader',
    'auditor',
    'admin',
  ],
  // Whose interest: decide-interest.ts.
  'interest.decide': ['unit_head', 'bureau_leader'],
  // Who occurs in the transition table; which move, and in which relation to the case, the table says.
  // Who gives a case to somebody has to know whom there is.
  'unit.people': ['intake_officer', 'legal_reviewer', 'supervisor', 'bureau_leader', 'unit_head'],
  'case.move': ['intake_officer', 'handler', 'unit_head', 'legal_reviewer', 'supervisor', 'bureau_leader'],
  // Those who register a paper or are handed one while they work on the case.
  'case.attach': ['intake_officer', 'handler', 'unit_head', 'admin'],
  // A letter speaks to the complainant by name. Whoever writes, signs or sends one reads it; the auditor compares it with
  // the history, and the supervisor sees what was promised. Which kind a role writes, and which step it signs, is in
  // letters/letter-roles.ts.
  'letter.read': ['intake_officer', 'handler', 'unit_head', 'legal_reviewer', 'supervisor', 'bureau_leader', 'auditor'],
  'letter.draft': ['intake_officer', 'handler', 'unit_head', 'legal_reviewer'],
  'letter.sign': ['intake_officer', 'handler', 'unit_head', 'legal_reviewer', 'bureau_leader'],
  'letter.issue': ['intake_officer', 'handler', 'unit_head', 'legal_reviewer', 'bureau_leader'],
  'phone.log': ['intake_officer', 'admin'],
  'arrival.register': ['intake_officer', 'admin'],
  'hotline.import': ['intake_officer', 'admin'],
  'intake.read': ['intake_officer', 'supervisor', 'admin'],
  'mailbox.read': ['intake_officer', 'supervisor', 'admin'],
  'jobs.read': ['supervisor', 'admin'],
  'jobs.retry': ['admin'],
  // A reader of its own, so that nobody checks the trace of their own work (DOMAIN §2, consequence 6).
  'audit.read': ['auditor'],
  // Urgings and supervision orders (催办, 督办): issued and reviewed from above, answered by the unit that handles the case.
  'supervision.issue': ['supervisor', 'bureau_leader'],
  'supervision.answer': ['handler', 'unit_head'],
  'supervision.review': ['supervisor', 'bureau_leader'],
};

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  intake_officer: '受理员',
  handler: '承办人',
  unit_head: '单位负责人',
  legal_reviewer: '法制审核员',
  supervisor: '督办员',
  bureau_leader: '局领导',
  auditor: '审计员',
  admin: '系统管理员',
};

export function mayDo(role: Role, action: Action): boolean {
  return PERMITTED[action].includes(role);
}

/** For the person who was refused: which roles may, without a word on any case. */
export function refusalReason(action: Action): string {
  return `您的角色不能进行此操作,可由${PERMITTED[action].map((role) => ROLE_NAMES[role]).join('、')}办理`;
}
