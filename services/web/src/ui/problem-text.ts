// From an error to the three things a person needs: what happened, what to do, and the number to quote.
import type { TFunction } from 'i18next';
import { ApiProblem, ContractMismatch, NetworkFailure } from '../api/problem';

export interface ProblemText {
  readonly title: string;
  readonly advice: string;
  readonly requestId: string | null;
  readonly fields: readonly { readonly field: string; readonly message: string }[];
}

export function describeProblem(error: unknown, t: TFunction): ProblemText {
  if (error instanceof ApiProblem) return describeApiProblem(error, t);
  const plain = (title: string, advice: string): ProblemText => ({ title, advice, requestId: null, fields: [] });
  if (error instanceof NetworkFailure) return plain(t('problem.network'), t('problem.networkAdvice'));
  if (error instanceof ContractMismatch) return plain(t('problem.mismatch'), t('problem.mismatchAdvice'));
  return plain(t('problem.unexpected'), t('problem.unexpectedAdvice'));
}

function describeApiProblem({ problem }: ApiProblem, t: TFunction): ProblemText {
  const rest = { requestId: problem.requestId || null, fields: problem.errors ?? [] };
  // A 5xx detail is written for the log, not for the officer.
  if (problem.status >= 500) return { title: t('problem.server'), advice: t('problem.serverAdvice'), ...rest };
  if (problem.status === 429) {
    return {
      title: problem.title || t('problem.tooMany'),
      advice: problem.detail || t('problem.tooManyAdvice'),
      ...rest,
    };
  }
  if (problem.status === 409) {
    return {
      title: problem.title || t('problem.conflict'),
      advice: problem.detail || t('problem.conflictAdvice'),
      ...rest,
    };
  }
  return { title: problem.title, advice: problem.detail || t('problem.refusedAdvice'), ...rest };
}
