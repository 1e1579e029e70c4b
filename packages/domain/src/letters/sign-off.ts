// Who signs a letter, in order. Each signature is another person's: the point of the chain is a second pair of eyes.
import type { UserId } from '../complaint/vocabulary';
import type { LetterKind } from './letter-kinds';

/** handler 承办人 · unit head 单位负责人 · legal review 法制审核 · leader 局领导签发. */
export const SIGNING_STEPS = ['handler', 'unit-head', 'legal-review', 'leader'] as const;
export type SigningStep = (typeof SIGNING_STEPS)[number];

export const SIGNING_STEP_NAMES: Readonly<Record<SigningStep, string>> = {
  handler: '承办人拟稿',
  'unit-head': '单位负责人审核',
  'legal-review': '法制审核',
  leader: '局领导签发',
};

const WITH_LEGAL_REVIEW: readonly SigningStep[] = SIGNING_STEPS;
const ISSUED_BY_LEADER: readonly SigningStep[] = ['handler', 'unit-head', 'leader'];
const WITHIN_THE_UNIT: readonly SigningStep[] = ['handler', 'unit-head'];

/** Legal review (行政处罚法 58 by analogy, DOMAIN §3) where a letter refuses, delays, or decides the matter. */
export const SIGN_OFF_CHAINS: Readonly<Record<LetterKind, readonly SigningStep[]>> = {
  acceptance: ISSUED_BY_LEADER,
  rejection: WITH_LEGAL_REVIEW,
  transfer: ISSUED_BY_LEADER,
  supplement: ISSUED_BY_LEADER,
  extension: WITH_LEGAL_REVIEW,
  reply: WITH_LEGAL_REVIEW,
  'dispatch-slip': WITHIN_THE_UNIT,
  urging: WITHIN_THE_UNIT,
  supervision: ISSUED_BY_LEADER,
};

/** Stands for one text: when the text changes, the signatures under the old one no longer count. */
export interface Signature {
  readonly step: SigningStep;
  readonly by: UserId;
}

export type SignatureRefusalCode = 'chain-complete' | 'not-the-next-step' | 'signed-already' | 'requester-approves';

export interface SignatureRefusal {
  readonly code: SignatureRefusalCode;
  readonly message: string;
}

/** Signatures that are not the beginning of the chain: stored rows that no sequence of ours can have made. */
export class BrokenSignOffChain extends Error {
  readonly code = 'broken-sign-off-chain';
  constructor(kind: LetterKind, steps: readonly SigningStep[]) {
    super(`Signatures [${steps.join(', ')}] are not the beginning of the chain of "${kind}".`);
    this.name = 'BrokenSignOffChain';
  }
}

/** Null when everybody has signed. @throws BrokenSignOffChain */
export function nextSigner(kind: LetterKind, signatures: readonly Signature[]): SigningStep | null {
  const chain = SIGN_OFF_CHAINS[kind];
  const steps = signatures.map(({ step }) => step);
  if (steps.length > chain.length || steps.some((step, index) => step !== chain[index])) {
    throw new BrokenSignOffChain(kind, steps);
  }
  return chain[steps.length] ?? null;
}

/**
 * Why this person may not sign this step now; null when they may. `requestedBy` is whoever asked for what the letter
 * grants (the extension, DOMAIN §8.8): they may draft it, and approve nothing of it.
 */
export function refuseSignature(
  kind: LetterKind,
  signatures: readonly Signature[],
  { step, by }: Signature,
  requestedBy: UserId | null,
): SignatureRefusal | null {
  const next = nextSigner(kind, signatures);
  if (next === null) return { code: 'chain-complete', message: '本文书已完成全部签批。' };
  if (step !== next) {
    return { code: 'not-the-next-step', message: `现在应当由“${SIGNING_STEP_NAMES[next]}”环节签批。` };
  }
  if (signatures.some((signature) => signature.by === by)) {
    return { code: 'signed-already', message: '您已在前面的环节签批，同一文书须由不同的人逐级签批。' };
  }
  if (by === requestedBy && step !== 'handler') {
    return { code: 'requester-approves', message: '申请人不得审核或者批准自己的申请，请由他人签批。' };
  }
  return null;
}
