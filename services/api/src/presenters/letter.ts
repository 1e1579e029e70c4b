import type { LetterPreview } from '@jieban/application/letters/preview-letter';
import type { StoredLetter } from '@jieban/application/letters/letter-store';
import type { LetterPreviewView, LetterSummary } from '@jieban/contracts/api/letter';
import { LETTER_KIND_FACTS } from '@jieban/domain/letters/letter-kinds';
import { nextSigner, SIGNING_STEP_NAMES } from '@jieban/domain/letters/sign-off';
import { formatShanghaiInstant } from '@jieban/domain/time/shanghai-format';

export function presentLetter(letter: StoredLetter): LetterSummary {
  const { id, kind, state, channel, revision, documentNumber } = letter;
  return {
    id,
    kind,
    name: LETTER_KIND_FACTS[kind].name,
    state,
    channel,
    revision,
    draftedAt: formatShanghaiInstant(letter.draftedAt),
    documentNumber,
    issuedAt: whenKnown(letter.issuedAt),
    settledAt: whenKnown(letter.settledAt),
    signatures: letter.signatures.map(({ step, signerName, at }) => ({
      step,
      stepName: SIGNING_STEP_NAMES[step],
      signer: signerName,
      at: formatShanghaiInstant(at),
    })),
    nextStep: nextSigner(kind, letter.signatures),
  };
}

export function presentPreview(preview: LetterPreview): LetterPreviewView {
  const { letter, found, text, textSha256, problems, unprintable, proofs } = preview;
  return {
    ...presentLetter(letter),
    complaintId: letter.complaintId,
    number: found.number,
    entries: { ...letter.entries },
    text,
    textSha256,
    problems: problems.map(({ code, field, message, blocks }) => ({ code, field, message, blocks })),
    unprintable: unprintable.map(({ character, codePoint, message }) => ({ character, codePoint, message })),
    proofs: proofs.map(({ kind, at, recordedAt, statement }) => ({
      kind,
      at: formatShanghaiInstant(at),
      recordedAt: formatShanghaiInstant(recordedAt),
      statement,
    })),
  };
}

const whenKnown = (at: Date | null): string | null => (at === null ? null : formatShanghaiInstant(at));
