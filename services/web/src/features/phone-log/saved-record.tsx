// The call is a case now: its number, large, and the sentence to read out. Enter goes on to the next call.
import { Alert, Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../ui/page-header';
import { monthDayText } from '../../ui/shanghai-text';
import { TextLink } from '../../ui/text-link';
import type { SentRecord } from './use-send-record';

export function SavedRecord({ sent, onNext }: { sent: SentRecord; onNext: () => void }): ReactElement {
  const { t } = useTranslation();
  const { record } = sent;
  return (
    <div className="stack">
      <PageHeader title={t('phone.savedTitle')} />
      <section className="panel stack" role="status">
        <div>
          <div className="muted">{t('told.savedNumber')}</div>
          <div className="saved-number">{record.number}</div>
        </div>
        {sent.isEarlierVersion && <Alert type="warning" showIcon title={t('told.savedEarlier')} />}
        <div>
          <div className="muted">{t('phone.savedSay')}</div>
          <p className="saved-sentence">
            {t('phone.savedSentence', {
              number: record.number,
              procedural: monthDayText(record.proceduralDueOn, t),
              substantive: monthDayText(record.substantiveDueOn, t),
            })}
          </p>
          {record.provisional && <p className="muted">{t('told.savedProvisional')}</p>}
        </div>
        <div className="row">
          <Button type="primary" size="large" autoFocus onClick={onNext}>
            {t('phone.next')}
          </Button>
          <TextLink to="/cases/$complaintId" params={{ complaintId: record.complaintId }}>
            {t('told.openCase')}
          </TextLink>
        </div>
      </section>
    </div>
  );
}
