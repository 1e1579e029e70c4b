// What a move may ask an officer to fill in, in the order in which a form asks for it.
export const MOVE_FIELDS = [
  'reason',
  'plan',
  'reviewOn',
  'toldComplainant',
  'unitId',
  'handlerId',
  'declaresNoInterest',
  'mainCaseNumber',
  'innerDueOn',
  'suppliedOn',
  'days',
  'draft',
] as const;
export type MoveField = (typeof MOVE_FIELDS)[number];
