import type { PhoneDraftContent } from '@jieban/contracts/api/phone';
import { formatShanghaiInstant } from '@jieban/domain/time/shanghai-format';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Popconfirm } from 'antd';
import { useEffect, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { heedSessionError } from '../../api/session-query';
import { DeadlinePreview } from '../../ui/deadline-preview';
import { PageHeader } from '../../ui/page-header';
import { ProblemAlert } from '../../ui/problem-alert';
import { CallTimer } from './call-timer';
import { CallerHistory } from './caller-history';
import { createDraftAutosave, type SaveState } from './draft-autosave';
import { keepCall } from './kept-call';
import { OtherDrafts } from './other-drafts';
import { PhoneFields } from './phone-fields';
import { isBlankCall, savePhoneDraft, type OpenDraft } from './phone-draft';
import { QuestionPrompts } from './question-prompts';
import { SaveStateText } from './save-state-text';
import { SimilarOpenCases } from './similar-open-cases';
import { useSendRecord, type SentRecord } from './use-send-record';

interface PhoneFormProps {
  readonly userId: string;
  readonly draft: OpenDraft;
  readonly otherDrafts: readonly OpenDraft[];
  readonly onContinue: (draft: OpenDraft) => void;
  readonly onClear: () => void;
  readonly onSaved: (sent: SentRecord) => void;
}

export function PhoneForm({ userId, draft, otherDrafts, onContinue, onClear, onSaved }: PhoneFormProps): ReactElement {
  const { t } = useTranslation();
  const [form] = Form.useForm<PhoneDraftContent>();
  const [saveState, setSaveState] = useState<SaveState>({ kind: 'untouched' });
  const [hasStarted, setHasStarted] = useState(() => !isBlankCall(draft.content));
  const [openedAt] = useState(() => draft.content.calledAt ?? formatShanghaiInstant(new Date()));
  const queryClient = useQueryClient();
  const [autosave] = useState(() =>
    createDraftAutosave({
      save: async (content, isClosing) => {
        try {
          await savePhoneDraft(draft.id, content, isClosing);
        } catch (error) {
          heedSessionError(error, queryClient);
          throw error;
        }
      },
      onState: setSaveState,
    }),
  );
  const record = useSendRecord(draft.id, autosave, onSaved);
  const values = Form.useWatch([], form) as PhoneDraftContent | undefined;
  const calledAt = values?.calledAt ?? openedAt;

  useEffect(() => {
    const { flush } = autosave;
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [autosave]);

  function onValuesChange(changed: Partial<PhoneDraftContent>): void {
    // The call starts with the first word, not with the form that may have stood open since the last one.
    if (!hasStarted) {
      setHasStarted(true);
      if (!('calledAt' in changed)) form.setFieldValue('calledAt', formatShanghaiInstant(new Date()));
    }
    const content = form.getFieldsValue(true) as PhoneDraftContent;
    keepCall(userId, { id: draft.id, content, savedAt: null });
    autosave.touch(content);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) {
      event.preventDefault();
      if (!record.isPending) form.submit();
    }
  }

  return (
    <div className="stack">
      <PageHeader title={t('phone.title')}>
        <CallTimer startedAt={hasStarted ? calledAt : null} />
        <SaveStateText state={saveState} restoredAt={draft.savedAt} />
        <span className="muted push">{t('phone.numberAfterSave')}</span>
      </PageHeader>
      <div className="phone-columns">
        {/* The keys work from every field; no field keeps Ctrl+Enter for itself. */}
        <div className="panel" onKeyDown={onKeyDown}>
          {record.isError && <ProblemAlert error={record.error} onRetry={() => form.submit()} />}
          <Form<PhoneDraftContent>
            form={form}
            className="registration-form"
            layout="vertical"
            initialValues={{ ...draft.content, calledAt: openedAt }}
            scrollToFirstError={{ focus: true }}
            onValuesChange={onValuesChange}
            onFinish={() => record.mutate(form.getFieldsValue(true) as PhoneDraftContent)}
          >
            <PhoneFields
              preview={<DeadlinePreview receivedAt={calledAt} unavailable={t('phone.previewUnavailable')} />}
              prompts={<QuestionPrompts values={values} />}
            />
            <div className="form-actions row">
              {/* Not a submit button: Enter in a one-line field must not end the call. */}
              <Button type="primary" loading={record.isPending} onClick={() => form.submit()}>
                {t('phone.save')}
              </Button>
              <span className="muted">{t('phone.shortcut')}</span>
              <span role="status">
                {record.isPending &&
                  (record.failureCount > 0 ? t('told.retrying', { n: record.failureCount }) : t('phone.saving'))}
              </span>
              <Popconfirm
                title={t('phone.clearConfirm')}
                okText={t('phone.clearYes')}
                onConfirm={() => void autosave.stop().then(onClear)}
              >
                <Button className="push" disabled={record.isPending || !hasStarted}>
                  {t('phone.clear')}
                </Button>
              </Popconfirm>
            </div>
          </Form>
        </div>
        <aside className="stack">
          <CallerHistory phone={values?.callerPhone ?? ''} />
          <SimilarOpenCases values={values} />
          <OtherDrafts drafts={otherDrafts} onContinue={onContinue} />
        </aside>
      </div>
    </div>
  );
}
