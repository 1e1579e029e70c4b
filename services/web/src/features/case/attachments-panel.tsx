// The papers in the file of a case. Scans open in a window of their own; whatever else it is, it is saved to disk.
import type { AttachmentView } from '@jieban/contracts/api/attachment';
import { API, pathTo } from '@jieban/contracts/api/routes';
import { mayDo } from '@jieban/domain/access/permissions';
import { useQuery } from '@tanstack/react-query';
import { Skeleton, Tag } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session-query';
import { byteSizeText } from '../../ui/byte-size-text';
import { FileDrop } from '../../ui/file-drop';
import { Instant } from '../../ui/instant';
import { QueryStates } from '../../ui/query-states';
import { UploadList } from '../../ui/upload-list';
import { chooseFile, useAttachmentUploads } from '../../ui/use-attachment-uploads';
import { attachmentsQuery } from './case-queries';

export function AttachmentsPanel({ complaintId }: { complaintId: string }): ReactElement {
  const { t } = useTranslation();
  const { user } = useSession();
  const query = useQuery(attachmentsQuery(complaintId));
  const { uploads, send } = useAttachmentUploads();
  // What is there stands in the list above; only what is not needs a line of its own.
  const unfinished = uploads.filter(({ state }) => state !== 'done');
  return (
    <section className="panel stack" aria-label={t('attachment.title')}>
      <h2>{t('attachment.title')}</h2>
      <QueryStates query={query} skeleton={<Skeleton active />} action="case.read">
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">{t('attachment.none')}</p>
          ) : (
            <ul className="plain-list">
              {items.map((attachment) => (
                <li key={attachment.position}>
                  <AttachmentLine complaintId={complaintId} attachment={attachment} />
                </li>
              ))}
            </ul>
          )
        }
      </QueryStates>
      <UploadList uploads={unfinished} onRetry={(file) => void send(complaintId, [file])} />
      {mayDo(user.role, 'case.attach') && (
        <FileDrop onChoose={(files) => void send(complaintId, files.map(chooseFile))} />
      )}
    </section>
  );
}

function AttachmentLine({
  complaintId,
  attachment,
}: {
  complaintId: string;
  attachment: AttachmentView;
}): ReactElement {
  const { t } = useTranslation();
  const { position, fileName, size, danger, shownInline, addedBy, addedAt } = attachment;
  const href = pathTo(API.complaintAttachment, { id: complaintId, position: String(position) });
  return (
    <>
      <div className="row">
        {shownInline ? (
          <a href={href} target="_blank" rel="noreferrer" aria-label={t('attachment.open', { name: fileName })}>
            {fileName}
          </a>
        ) : (
          <a href={href} download aria-label={t('attachment.download', { name: fileName })}>
            {fileName}
          </a>
        )}
        {danger !== null && <Tag color="red">{t(`attachment.${danger}`)}</Tag>}
      </div>
      <div className="muted">
        {byteSizeText(size)} · {t('attachment.addedBy', { person: addedBy.displayName })} · <Instant at={addedAt} />
      </div>
    </>
  );
}
