// 分类: what a person confirmed, and what the words of the case suggest.
import type { ClassificationView } from '@jieban/contracts/api/classification';
import {
  COMPLAINT_KIND_NAMES,
  DISTRICT_NAMES,
  PROBLEM_CATEGORY_NAMES,
  ROUTE_NAMES,
  SECTION_NAMES,
} from '@jieban/domain/classification/class-codes';
import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../ui/action-button';
import { QueryStates } from '../../ui/query-states';
import { ClassificationForm } from './classification-form';
import { classificationQuery } from './classification-query';
import { ConfirmedClassification } from './confirmed-classification';
import { becauseText, SuggestionButtons } from './suggestion-buttons';

export function ClassificationPanel({ complaintId }: { complaintId: string }): ReactElement {
  const { t } = useTranslation();
  const query = useQuery(classificationQuery(complaintId));
  return (
    <section className="panel stack">
      <h2>{t('classify.title')}</h2>
      <QueryStates query={query} skeleton={<Skeleton active />} action="case.read">
        {(view) => <ClassificationBody view={view} />}
      </QueryStates>
    </section>
  );
}

function ClassificationBody({ view }: { view: ClassificationView }): ReactElement {
  const { t } = useTranslation();
  const [isChanging, setIsChanging] = useState(false);
  const { confirmed, confirm } = view;
  if (isChanging || (confirmed === null && confirm.allowed)) {
    return (
      <>
        <SuggestionNotes view={view} />
        <ClassificationForm
          // Another version on the server means other values in the form.
          key={confirmed?.version ?? 0}
          view={view}
          onDone={() => setIsChanging(false)}
          onCancel={confirmed === null ? null : () => setIsChanging(false)}
        />
      </>
    );
  }
  return (
    <>
      {confirmed === null ? (
        <>
          <div className="muted">{t('classify.notConfirmed')}</div>
          <SuggestionNotes view={view} />
          <SuggestionsToRead view={view} />
        </>
      ) : (
        <ConfirmedClassification confirmed={confirmed} />
      )}
      <ActionButton permission={confirm} onClick={() => setIsChanging(true)}>
        {t(confirmed === null ? 'classify.save' : 'classify.change')}
      </ActionButton>
    </>
  );
}

/** What there is to know before choosing. */
function SuggestionNotes({ view: { suggestions } }: { view: ClassificationView }): ReactElement {
  const { t } = useTranslation();
  if (suggestions === null) return <div className="muted">{t('classify.unavailable')}</div>;
  const { kind, problem, section, elsewhere, lookedAtAll } = suggestions;
  const isEmpty = kind.length + problem.length + section.length + elsewhere.length === 0;
  return (
    <>
      <div className="muted">{t(isEmpty ? 'classify.noSuggestions' : 'classify.decides')}</div>
      {!lookedAtAll && <div className="muted">{t('classify.onlyBeginning')}</div>}
      {elsewhere.map(({ code, receiver, because }) => (
        <div key={code}>
          {t('classify.elsewhere', { name: ROUTE_NAMES[code], receiver, because: becauseText(because, t) })}
        </div>
      ))}
    </>
  );
}

function SuggestionsToRead({ view: { suggestions } }: { view: ClassificationView }): ReactElement | null {
  if (suggestions === null) return null;
  return (
    <>
      <SuggestionButtons suggestions={suggestions.kind} names={COMPLAINT_KIND_NAMES} onChoose={null} />
      <SuggestionButtons suggestions={suggestions.problem} names={PROBLEM_CATEGORY_NAMES} onChoose={null} />
      <SuggestionButtons suggestions={suggestions.section} names={SECTION_NAMES} onChoose={null} />
      <SuggestionButtons suggestions={suggestions.district} names={DISTRICT_NAMES} onChoose={null} />
    </>
  );
}
