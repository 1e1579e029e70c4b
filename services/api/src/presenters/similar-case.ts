import type { SimilarCase } from '@jieban/application/classification/compare-candidates';
import type { SimilarCaseView } from '@jieban/contracts/api/classification';
import type { MatterReason } from '@jieban/domain/classification/same-matter';
import { formatShanghaiInstant } from '@jieban/domain/time/shanghai-format';

/** Facts of the case as every list shows them, and why it stands here; never a contact. */
export function presentSimilarCase({ case: found, person, matter }: SimilarCase): SimilarCaseView {
  return {
    complaintId: found.id,
    number: found.number,
    subject: found.subject,
    channel: found.channel,
    state: found.state,
    handlingUnit: found.unit,
    receivedAt: formatShanghaiInstant(found.receivedAt),
    person:
      person === null
        ? null
        : {
            score: person.score,
            because: person.because.filter((kind) => kind === 'phone' || kind === 'mailbox'),
          },
    matter: matter === null ? null : presentMatter(matter),
  };
}

function presentMatter({ score, because }: NonNullable<SimilarCase['matter']>): SimilarCaseView['matter'] {
  const text = reasonOf(because, 'similar-text');
  return {
    score,
    likeness: text?.likeness ?? null,
    sharedKeywords: [...(text?.sharedKeywords ?? [])],
    sameAccusedUnit: reasonOf(because, 'same-accused-unit') !== undefined,
    daysApart: reasonOf(because, 'close-in-time')?.days ?? null,
  };
}

function reasonOf<Kind extends MatterReason['kind']>(because: readonly MatterReason[], kind: Kind) {
  return because.find((reason): reason is Extract<MatterReason, { kind: Kind }> => reason.kind === kind);
}
