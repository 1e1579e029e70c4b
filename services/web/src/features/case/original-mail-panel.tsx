import type { OriginalMail } from '@jieban/contracts/api/complaint';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Skeleton, Tabs } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { byteSizeText } from '../../ui/byte-size-text';
import { mailWarningTexts } from '../../ui/mail-warning-text';
import { QueryStates } from '../../ui/query-states';
import { originalMailQuery } from './case-queries';
import { mailDocument } from './original-mail-document';

export function OriginalMailPanel({ complaintId }: { complaintId: string }): ReactElement {
  const { t } = useTranslation();
  const query = useQuery(originalMailQuery(complaintId));
  return (
    <section className="panel stack">
      <h2>{t('mail.title')}</h2>
      <QueryStates query={query} skeleton={<Skeleton active />} action="case.read">
        {(mail) => <MailBody mail={mail} />}
      </QueryStates>
    </section>
  );
}

function MailBody({ mail }: { mail: OriginalMail }): ReactElement {
  const { t } = useTranslation();
  // A sandboxed frame cannot tell its height, so the reader chooses.
  const [isTall, setIsTall] = useState(false);
  const text = mail.text.trim() === '' ? <span className="muted">{t('mail.noText')}</span> : mail.text;
  const items = [
    {
      key: 'text',
      label: t('mail.text'),
      children: <div className={`mail-text pre-line${isTall ? ' tall' : ''}`}>{text}</div>,
    },
    ...(mail.html === null
      ? []
      : [
          {
            key: 'html',
            label: t('mail.html'),
            children: (
              <>
                <div className="muted">{t('mail.safe')}</div>
                <iframe
                  className={isTall ? 'mail-frame tall' : 'mail-frame'}
                  title={t('mail.htmlFrame')}
                  sandbox=""
                  srcDoc={mailDocument(mail.html)}
                  referrerPolicy="no-referrer"
                />
              </>
            ),
          },
        ]),
  ];
  return (
    <>
      {mail.warnings.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('mail.warnings')}
          description={mailWarningTexts(mail.warnings, t).join(';')}
        />
      )}
      <Tabs size="small" items={items} />
      <div>
        <Button size="small" aria-pressed={isTall} onClick={() => setIsTall(!isTall)}>
          {t(isTall ? 'mail.shrink' : 'mail.expand')}
        </Button>
      </div>
      {mail.attachments.length > 0 && (
        <div>
          <h3>{t('mail.attachments')}</h3>
          <ul className="plain-list">
            {mail.attachments.map((attachment, index) => (
              <li key={index}>
                {attachment.filename}{' '}
                <span className="muted">
                  {attachment.mediaType} · {byteSizeText(attachment.size)}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
