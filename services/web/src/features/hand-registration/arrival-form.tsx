import type { RegisteredByHand } from '@jieban/contracts/api/told';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Popconfirm } from 'antd';
import { useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DeadlinePreview } from '../../ui/deadline-preview';
import { FileDrop } from '../../ui/file-drop';
import { PageHeader } from '../../ui/page-header';
import { ProblemAlert } from '../../ui/problem-alert';
import { ChosenList } from '../../ui/upload-list';
import { useSendOnce, type SentOnce } from '../../ui/use-send-once';
import { chooseFile, type ChosenFile } from '../../ui/use-attachment-uploads';
import { receiptOf, sendArrival, type ArrivalFields, type OpenArrival } from './arrival';
import { ArrivalFieldset } from './arrival-fields';
import { keepArrival } from './kept-arrival';

interface ArrivalFormProps {
  readonly userId: string;
  readonly arrival: OpenArrival;
  readonly onClear: () => void;
  readonly onSaved: (sent: SentOnce<RegisteredByHand>, arrival: OpenArrival) => void;
}

export function ArrivalForm({ userId, arrival, onClear, onSaved }: ArrivalFormProps): ReactElement {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<ArrivalFields>();
  const [files, setFiles] = useState<readonly ChosenFile[]>(arrival.files);
  const watched = Form.useWatch([], form) as ArrivalFields | undefined;
  // A door that was switched has taken its own fields along only after the next drawing.
  const fields = { ...arrival.fields, ...watched };
  const receivedAt = receiptOf(fields);
  const current = (): OpenArrival => ({
    id: arrival.id,
    fields: { ...arrival.fields, ...(form.getFieldsValue(true) as ArrivalFields) },
    files,
  });
  const save = useSendOnce({
    send: sendArrival,
    onSuccess: (sent, content) => {
      void queryClient.invalidateQueries({ queryKey: ['board'] });
      void queryClient.invalidateQueries({ queryKey: ['cases'] });
      onSaved(sent, content);
    },
  });

  function changeFiles(next: readonly ChosenFile[]): void {
    setFiles(next);
    keepArrival(userId, { ...current(), files: next });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) {
      event.preventDefault();
      if (!save.isPending) form.submit();
    }
  }

  return (
    <div className="stack">
      <PageHeader title={t('arrival.title')}>
        <span className="muted push">{t('arrival.numberAfterSave')}</span>
      </PageHeader>
      {/* The keys work from every field; no field keeps Ctrl+Enter for itself. */}
      <div className="panel" onKeyDown={onKeyDown}>
        {save.isError && <ProblemAlert error={save.error} onRetry={() => form.submit()} />}
        <Form<ArrivalFields>
          form={form}
          className="registration-form"
          layout="vertical"
          initialValues={arrival.fields}
          scrollToFirstError={{ focus: true }}
          onValuesChange={() => keepArrival(userId, current())}
          onFinish={() => save.mutate(current())}
        >
          <ArrivalFieldset
            channel={fields.channel}
            preview={
              receivedAt !== null && (
                <DeadlinePreview receivedAt={receivedAt} unavailable={t('arrival.previewUnavailable')} />
              )
            }
          />
          <section aria-label={t('arrival.scansTitle')} className="stack">
            <FileDrop onChoose={(chosen) => changeFiles([...files, ...chosen.map(chooseFile)])} />
            <ChosenList files={files} onRemove={(key) => changeFiles(files.filter((each) => each.key !== key))} />
          </section>
          <div className="form-actions row">
            {/* Not a submit button: Enter in a one-line field must not save half a letter. */}
            <Button type="primary" loading={save.isPending} onClick={() => form.submit()}>
              {t('arrival.save')}
            </Button>
            <span className="muted">{t('arrival.shortcut')}</span>
            <span role="status">
              {save.isPending &&
                (save.failureCount > 0 ? t('told.retrying', { n: save.failureCount }) : t('arrival.saving'))}
            </span>
            <Popconfirm title={t('arrival.clearConfirm')} okText={t('arrival.clearYes')} onConfirm={onClear}>
              <Button className="push" disabled={save.isPending}>
                {t('arrival.clear')}
              </Button>
            </Popconfirm>
          </div>
        </Form>
      </div>
    </div>
  );
}
