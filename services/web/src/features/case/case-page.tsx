// 案件: what is known of one case, how its clocks stand and why, and what has been done.
import type { ComplaintDetail } from '@jieban/contracts/api/complaint';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Tag } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { isStatus } from '../../api/problem';
import { PageHeader } from '../../ui/page-header';
import { PageNotice } from '../../ui/page-notice';
import { QueryStates } from '../../ui/query-states';
import { CaseSkeleton } from '../../ui/skeletons';
import { TextLink } from '../../ui/text-link';
import { MovesPanel } from './moves-panel';
import { AccusedPanel } from './accused-panel';
import { InterestPanel } from './interest-panel';
import { AssignCase } from './assign-case';
import { CaseFacts } from './case-facts';
import { AttachmentsPanel } from './attachments-panel';
import { caseQuery } from './case-queries';
import { ClassificationPanel } from './classification-panel';
import { ClockList } from './clock-list';
import { ComplainantPanel } from './complainant-panel';
import { HistoryTimeline } from './history-timeline';
import { OriginalMailPanel } from './original-mail-panel';
import { RecordReply } from './record-reply';
import { SimilarCasesPanel } from './similar-cases-panel';
import './case.css';

const route = getRouteApi('/frame/cases/$complaintId');

export function CasePage(): ReactElement {
  const { t } = useTranslation();
  const { complaintId } = route.useParams();
  const query = useQuery(caseQuery(complaintId));
  // 404 for what does not exist and for what this person may not see: the page must not tell the two apart.
  // An address that is no id at all (400) is the same to the reader.
  if (isStatus(query.error, 404) || isStatus(query.error, 400)) {
    return (
      <PageNotice
        title={t('case.notFound')}
        advice={t('case.notFoundAdvice')}
        action={<TextLink to="/cases">{t('case.backToList')}</TextLink>}
      />
    );
  }
  return (
    <QueryStates query={query} skeleton={<CaseSkeleton />} action="case.read">
      {(detail) => <CaseBody detail={detail} />}
    </QueryStates>
  );
}

function CaseBody({ detail }: { detail: ComplaintDetail }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <PageHeader title={`${detail.number}  ${detail.subject}`}>
        <span>
          <Tag>{t(`channel.${detail.channel}`)}</Tag>
          <Tag color="blue">{t(`state.${detail.state}`)}</Tag>
        </span>
      </PageHeader>
      <section className="panel" aria-label={t('case.clocks')}>
        <ClockList clocks={detail.clocks} receivedAt={detail.receivedAt} channel={detail.channel} />
      </section>
      <div className="case-columns">
        <div className="stack">
          <CaseFacts detail={detail} />
          <ClassificationPanel complaintId={detail.id} />
          <ComplainantPanel detail={detail} />
          {detail.hasOriginalMail && <OriginalMailPanel complaintId={detail.id} />}
          <AttachmentsPanel complaintId={detail.id} />
        </div>
        <div className="stack">
          <MovesPanel detail={detail} />
          <RecordReply detail={detail} />
          <AccusedPanel complaintId={detail.id} />
          <AssignCase detail={detail} />
          <InterestPanel complaintId={detail.id} />
          <SimilarCasesPanel complaintId={detail.id} />
          <section className="panel">
            <h2>{t('case.history')}</h2>
            <HistoryTimeline events={detail.history} />
          </section>
        </div>
      </div>
    </div>
  );
}
