// The paper is a case now: its number, large, and its scans on their way. Enter goes on to the next one.
import type { RegisteredByHand } from '@jieban/contracts/api/told';
import { Alert, Button } from 'antd';
import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../ui/page-header';
import { monthDayText } from '../../ui/shanghai-text';
import { TextLink } from '../../ui/text-link';
import { UploadList } from '../../ui/upload-list';
import type { SentOnce } from '../../ui/use-send-once';
import { useAttachmentUploads, type ChosenFile } from '../../ui/use-attachment-uploads';

interface SavedArrivalProps {
  readonly sent: SentOnce<RegisteredByHand>;
  readonly files: readonly ChosenFile[];
  readonly onNext: () => void;
}

export function SavedArrival({ sent, files, onNext }: SavedArrivalProps): ReactElement {
  const { t } = useTranslation();
  const { uploads, send } = useAttachmentUploads();
  const isBegun = useRef(false);
  const { complaintId, number, proceduralDueOn, substantiveDueOn, provisional } = sent.record;

  useEffect(() => {
    if (isBegun.current) return;
    isBegun.current = true;
    if (files.length > 0) void send(complaintId, files);
  }, [complaintId, files, send]);

  const isUnderWay = uploads.some(({ state }) => state === 'waiting' || state === 'sending');
  useEffect(() => {
    if (!isUnderWay) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isUnderWay]);

  const isAllThere = uploads.length > 0 && uploads.every(({ state }) => state === 'done');
  return (
    <div className="stack">
      <PageHeader title={t('arrival.savedTitle')} />
      <section className="panel stack">
        <div role="status">
          <div className="muted">{t('told.savedNumber')}</div>
          <div className="saved-number">{number}</div>
          <p className="saved-sentence">
            {t('arrival.savedSentence', {
              number,
              procedural: monthDayText(proceduralDueOn, t),
              substantive: monthDayText(substantiveDueOn, t),
            })}
          </p>
          {provisional && <p className="muted">{t('told.savedProvisional')}</p>}
        </div>
        {sent.isEarlierVersion && <Alert type="warning" showIcon title={t('told.savedEarlier')} />}
        {files.length > 0 && (
          <section aria-label={t('arrival.scansTitle')}>
            <h2>{t('arrival.scansTitle')}</h2>
            <UploadList uploads={uploads} onRetry={(file) => void send(complaintId, [file])} />
            <div role="status" className="muted">
              {isUnderWay && t('attachment.leaveWarning')}
              {isAllThere && t('attachment.allDone')}
            </div>
          </section>
        )}
        <div className="row">
          {/* A new button once the files are there, so that it takes the focus then. */}
          <Button key={String(isUnderWay)} type="primary" size="large" autoFocus disabled={isUnderWay} onClick={onNext}>
            {t('told.next')}
          </Button>
          <TextLink to="/cases/$complaintId" params={{ complaintId }}>
            {t('told.openCase')}
          </TextLink>
        </div>
      </section>
    </div>
  );
}
