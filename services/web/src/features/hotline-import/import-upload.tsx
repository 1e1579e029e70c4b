import { InboxOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Upload } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { createClientId } from '../../api/client-id';
import { byteSizeText } from '../../ui/byte-size-text';
import { ProblemAlert } from '../../ui/problem-alert';
import { importListQuery, uploadImport } from './import-queries';

interface ChosenFile {
  readonly file: File;
  /** One per choice of file and mode: pressing twice, or again after a lost answer, starts one import. */
  readonly key: string;
}

export function ImportUpload({ onStarted }: { onStarted: (id: string) => void }): ReactElement {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [chosen, setChosen] = useState<ChosenFile | null>(null);
  const [dryRun, setDryRun] = useState(true);
  const upload = useMutation({
    mutationFn: ({ file, key }: ChosenFile) => uploadImport(file, dryRun, key),
    onSuccess: async (id) => {
      onStarted(id);
      // The same file may now be imported for real: another key, the same bytes.
      setChosen((before) => (before === null ? null : { file: before.file, key: createClientId() }));
      await queryClient.invalidateQueries({ queryKey: importListQuery.queryKey, exact: true });
    },
  });
  return (
    <section className="panel stack" aria-label={t('imports.uploadTitle')}>
      <Upload.Dragger
        accept=".csv,.xlsx"
        maxCount={1}
        showUploadList={false}
        disabled={upload.isPending}
        // Nothing leaves before the button: the officer first says whether it is a trial.
        beforeUpload={(file) => {
          upload.reset();
          setChosen({ file, key: createClientId() });
          return false;
        }}
      >
        <InboxOutlined aria-hidden="true" style={{ fontSize: 28, color: 'var(--accent)' }} />
        <div>
          {chosen === null
            ? t('imports.uploadHint')
            : t('imports.chosen', { name: chosen.file.name, size: byteSizeText(chosen.file.size) })}
        </div>
        <div className="muted">{t('imports.uploadKinds')}</div>
      </Upload.Dragger>
      {upload.isError && <ProblemAlert error={upload.error} />}
      <div className="row">
        <Checkbox
          checked={dryRun}
          disabled={upload.isPending}
          onChange={(event) => {
            setDryRun(event.target.checked);
            setChosen((before) => (before === null ? null : { file: before.file, key: createClientId() }));
          }}
        >
          {t('imports.dryRun')}
        </Checkbox>
        <span className="muted">{t('imports.dryRunHint')}</span>
        <Button
          type="primary"
          disabled={chosen === null}
          loading={upload.isPending}
          onClick={() => {
            if (chosen !== null) upload.mutate(chosen);
          }}
        >
          {t('imports.start')}
        </Button>
        <span role="status">{upload.isPending && t('imports.uploading', { name: chosen?.file.name ?? '' })}</span>
      </div>
    </section>
  );
}
