// 可能重复/相关: cases to look at beside this one. A hint; merging is another move and takes a person.
import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryStates } from '../../ui/query-states';
import { SimilarCaseList } from '../../ui/similar-case-list';
import { similarCasesQuery } from './classification-query';

export function SimilarCasesPanel({ complaintId }: { complaintId: string }): ReactElement {
  const { t } = useTranslation();
  const query = useQuery(similarCasesQuery(complaintId));
  const found = query.data?.items.length ?? 0;
  return (
    <section className="panel stack">
      <h2>{found === 0 ? t('similar.title') : t('similar.titleCount', { n: found })}</h2>
      <QueryStates query={query} skeleton={<Skeleton active />} action="case.read">
        {({ items, compared, isCut }) => (
          <>
            {items.length === 0 ? (
              <div className="muted">{t('similar.none')}</div>
            ) : (
              <>
                <SimilarCaseList items={items} />
                <div className="muted">{t('similar.rule')}</div>
              </>
            )}
            <div className="muted">{t(isCut ? 'similar.comparedCut' : 'similar.compared', { n: compared })}</div>
          </>
        )}
      </QueryStates>
    </section>
  );
}
