// The letters of a case. Six go to the complainant and are issued by the bureau; three stay inside the administration.

export const LETTER_KINDS = [
  'acceptance',
  'rejection',
  'transfer',
  'supplement',
  'extension',
  'reply',
  'dispatch-slip',
  'urging',
  'supervision',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** `complainant`: told to the person who complained. `unit`: an internal paper, which must not show who that is. */
export type LetterAudience = 'complainant' | 'unit';

export interface LetterKindFacts {
  readonly name: string;
  readonly audience: LetterAudience;
  /** Whether it is issued under a document number (文号). */
  readonly isNumbered: boolean;
  /** Whether sending it is a procedural reply, which meets the week. */
  readonly isProceduralReply: boolean;
  /** The line that ends the text. */
  readonly closing: string;
}

export const LETTER_KIND_FACTS: Readonly<Record<LetterKind, LetterKindFacts>> = {
  acceptance: toComplainant('受理告知书', '特此告知。', true),
  rejection: toComplainant('不予受理告知书', '特此告知。', true),
  transfer: toComplainant('转送告知书', '特此告知。', true),
  supplement: toComplainant('补正通知书', '特此通知。', true),
  extension: toComplainant('延期告知书', '特此告知。', false),
  reply: toComplainant('办理结果答复书', '特此答复。', false),
  'dispatch-slip': toUnit('投诉举报转办单', '请按要求办理。', false),
  urging: toUnit('催办通知书', '特此通知。', true),
  supervision: toUnit('督办通知书', '特此通知。', true),
};

/** For requests and rows, which hand over plain text. */
export function isLetterKind(text: string): text is LetterKind {
  return LETTER_KINDS.some((kind) => kind === text);
}

function toComplainant(name: string, closing: string, isProceduralReply: boolean): LetterKindFacts {
  return { name, audience: 'complainant', isNumbered: true, isProceduralReply, closing };
}

function toUnit(name: string, closing: string, isNumbered: boolean): LetterKindFacts {
  return { name, audience: 'unit', isNumbered, isProceduralReply: false, closing };
}
