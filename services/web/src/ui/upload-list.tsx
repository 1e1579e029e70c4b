import { Button, Progress } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { byteSizeText } from './byte-size-text';
import { ProblemAlert } from './problem-alert';
import type { ChosenFile, Upload } from './use-attachment-uploads';

/** Each file with how far it is; what failed says why and can be sent again. */
export function UploadList({
  uploads,
  onRetry,
}: {
  uploads: readonly Upload[];
  onRetry: (file: ChosenFile) => void;
}): ReactElement | null {
  const { t } = useTranslation();
  if (uploads.length === 0) return null;
  return (
    <ul className="plain-list" aria-live="polite">
      {uploads.map((upload) => (
        <li key={upload.key}>
          <div className="row">
            <span>{upload.file.name}</span>
            <span className="muted">{byteSizeText(upload.file.size)}</span>
            <span className="push muted">{t(`attachment.${upload.state}`)}</span>
          </div>
          {upload.state === 'sending' && (
            <Progress
              percent={upload.percent}
              size="small"
              aria-label={t('attachment.progress', { name: upload.file.name })}
            />
          )}
          {upload.state === 'failed' && <ProblemAlert error={upload.error} onRetry={() => onRetry(upload)} />}
        </li>
      ))}
    </ul>
  );
}

/** Files that wait for the case they will belong to. */
export function ChosenList({
  files,
  onRemove,
}: {
  files: readonly ChosenFile[];
  onRemove: (key: string) => void;
}): ReactElement | null {
  const { t } = useTranslation();
  if (files.length === 0) return null;
  return (
    <ul className="plain-list">
      {files.map(({ key, file }) => (
        <li key={key} className="row">
          <span>{file.name}</span>
          <span className="muted">{byteSizeText(file.size)}</span>
          <Button
            className="push"
            size="small"
            type="text"
            aria-label={t('attachment.remove', { name: file.name })}
            onClick={() => onRemove(key)}
          >
            ✕
          </Button>
        </li>
      ))}
    </ul>
  );
}
