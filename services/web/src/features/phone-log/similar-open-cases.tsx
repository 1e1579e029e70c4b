// Open cases that the call may be about, beside the form while it is typed.
import { similarLookupRequestSchema, similarLookupResponseSchema } from '@jieban/contracts/api/classification';
import type { PhoneDraftContent } from '@jieban/contracts/api/phone';
import { API } from '@jieban/contracts/api/routes';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { requestJson } from '../../api/request';
import { SimilarCaseList } from '../../ui/similar-case-list';
import { useDebounced } from './use-debounced';

const PAUSE_MILLISECONDS = 600;
/** Fewer say nothing about a matter. */
const LEAST_CHARACTERS = 8;

export function SimilarOpenCases({ values }: { values: PhoneDraftContent | undefined }): ReactElement {
  const { t } = useTranslation();
  // As text, so that a form that has not changed is the same value.
  const asked = useDebounced(JSON.stringify(values ?? {}), PAUSE_MILLISECONDS);
  const { data: body } = similarLookupRequestSchema.safeParse(JSON.parse(asked));
  const isLookable = body !== undefined && `${body.subject}${body.content}`.length >= LEAST_CHARACTERS;
  const lookup = useQuery({
    queryKey: ['similar-lookup', body],
    queryFn: ({ signal }) =>
      requestJson(API.similarLookups, similarLookupResponseSchema, { method: 'POST', body, signal }),
    enabled: isLookable,
    placeholderData: keepPreviousData,
    // A caller's words stay in memory no longer than they stand in the form.
    gcTime: 0,
    // The next words ask again; an officer in a call needs no alarm about a hint.
    retry: false,
  });
  const items = isLookable ? (lookup.data?.items ?? []) : [];
  return (
    <section className="panel" aria-live="polite">
      <h2>{t('similar.typingTitle')}</h2>
      {!isLookable && <p className="muted">{t('similar.typingHint')}</p>}
      {isLookable && lookup.isSuccess && items.length === 0 && <p className="muted">{t('similar.typingNone')}</p>}
      <SimilarCaseList items={items} isBesideForm />
    </section>
  );
}
