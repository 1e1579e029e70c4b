// The closed word lists of the house. Every other package takes these from here, so that a code,
// a column check and a label on the screen can never name two different sets.

/**
 * How a complaint reached the bureau: public mailbox (公开邮箱), 12345 export (热线工单), phone (来电), letter (来信),
 * visit (来访), referral by the petition office (信访转办). The last three are registered by hand, with the scan attached.
 */
export const CHANNELS = ['mailbox', 'hotline', 'phone', 'letter', 'visit', 'petition'] as const;
export type Channel = (typeof CHANNELS)[number];

/**
 * The clocks of one complaint: *procedural reply* (程序性答复), *substantive handling* (实体办理), and the limit
 * a 12345 order brings along (热线期限), kept beside ours and never overwritten by it.
 */
export const CLOCK_KINDS = ['procedural', 'substantive', 'hotline'] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

/** Where a case stands, in the order of the usual path; what each word means, and in Chinese: states.ts. */
export const COMPLAINT_STATES = [
  'registered',
  'supplement',
  'accepted',
  'dispatched',
  'signed',
  'returned',
  'handling',
  'suspended',
  'review',
  'replied',
  'redo',
  'closed',
  'rejected',
  'transferred',
  'merged',
  'archived',
] as const;
export type ComplaintState = (typeof COMPLAINT_STATES)[number];

/** Mildest first: the position in this list is the severity. */
export const LIGHTS = ['green', 'yellow', 'red', 'overdue'] as const;
export type Light = (typeof LIGHTS)[number];

/**
 * intake officer 受理员 · handler 承办人 · unit head 单位负责人 · legal reviewer 法制审核员 · supervisor 督办员 ·
 * bureau leader 局领导 · auditor 审计员 · admin 系统管理员.
 */
export const ROLES = [
  'intake_officer',
  'handler',
  'unit_head',
  'legal_reviewer',
  'supervisor',
  'bureau_leader',
  'auditor',
  'admin',
] as const;
export type Role = (typeof ROLES)[number];

/** bureau 市局 · section 科室 · county 县(市)区局. */
export const UNIT_KINDS = ['bureau', 'section', 'county'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** What a mail turned out to be; only `complaint` opens a case, and nothing is thrown away. */
export const MAIL_KINDS = [
  'complaint',
  'reply',
  'bounce',
  'auto-reply',
  'auto-generated',
  'receipt',
  'unparseable',
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

declare const brand: unique symbol;
type Branded<B extends string> = string & { readonly [brand]: B };

export type ComplaintId = Branded<'ComplaintId'>;
export type IntakeItemId = Branded<'IntakeItemId'>;
export type UnitId = Branded<'UnitId'>;
export type UserId = Branded<'UserId'>;
/** Lower-case hexadecimal SHA-256 of the stored bytes. */
export type BlobId = Branded<'BlobId'>;
