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
  'phone.log',
  'hotline.import',
  'intake.read',
  'mailbox.read',
  'jobs.read',
  'jobs.retry',
  'audit.read',
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
  'case.assign': ['intake_officer', 'supervisor'],
  'phone.log': ['intake_officer', 'admin'],
  'hotline.import': ['intake_officer', 'admin'],
  'intake.read': ['intake_officer', 'supervisor', 'admin'],
  'mailbox.read': ['intake_officer', 'supervisor', 'admin'],
  'jobs.read': ['supervisor', 'admin'],
  'jobs.retry': ['admin'],
  // A reader of its own, so that nobody checks the trace of their own work (DOMAIN §2, consequence 6).
  'audit.read': ['auditor'],
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
