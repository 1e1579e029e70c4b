// A reply with its proof (who, when, what was said): it meets the clock that it names (DOMAIN §8.4).
import type { ComplaintDetail, RecordReplyRequest } from '@jieban/contracts/api/complaint';
import { API, pathTo } from '@jieban/contracts/api/routes';
import { formatShanghaiInstant } from '@jieban/domain/time/shanghai-format';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Radio } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { createClientId } from '../../api/client-id';
import { requestNothing } from '../../api/request';
import { ActionButton } from '../../ui/action-button';
import { ProblemAlert } from '../../ui/problem-alert';
import { ShanghaiPicker } from '../../ui/shanghai-picker';

const LEAST_CHARACTERS = 10;

export function RecordReply({ detail }: { detail: ComplaintDetail }): ReactElement {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section className="panel">
      <h2>{t('reply.title')}</h2>
      {isOpen ? (
        <ReplyForm detail={detail} onDone={() => setIsOpen(false)} />
      ) : (
        <ActionButton permission={detail.actions.recordReply} onClick={() => setIsOpen(true)}>
          {t('reply.title')}
        </ActionButton>
      )}
    </section>
  );
}

function ReplyForm({ detail, onDone }: { detail: ComplaintDetail; onDone: () => void }): ReactElement {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  // Made once per form: a second press after a lost answer records nothing twice.
  const [idempotencyKey] = useState(createClientId);
  const [openedAt] = useState(() => formatShanghaiInstant(new Date()));
  const isProceduralMet = detail.clocks.some((clock) => clock.kind === 'procedural' && clock.metAt !== null);
  const save = useMutation({
    mutationFn: (body: RecordReplyRequest) =>
      requestNothing(pathTo(API.complaintReplies, { id: detail.id }), { method: 'POST', body, idempotencyKey }),
    onSuccess: async () => {
      message.success(t('reply.saved'));
      onDone();
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: ['case', detail.id] }),
        queryClient.invalidateQueries({ queryKey: ['board'] }),
      ]);
    },
  });
  return (
    <Form<RecordReplyRequest>
      layout="vertical"
      initialValues={{ clock: isProceduralMet ? 'substantive' : 'procedural', repliedAt: openedAt }}
      onFinish={(values) => save.mutate(values)}
    >
      {save.isError && <ProblemAlert error={save.error} />}
      <Form.Item name="clock" label={t('reply.clock')}>
        <Radio.Group
          vertical
          options={[
            { value: 'procedural', label: t('reply.procedural'), disabled: isProceduralMet },
            { value: 'substantive', label: t('reply.substantive') },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="repliedAt"
        label={t('reply.repliedAt')}
        rules={[
          { required: true, message: t('reply.timeRequired') },
          {
            validator: (_rule, value: string | null) =>
              value !== null && Date.parse(value) > Date.now() + 60_000
                ? Promise.reject(new Error(t('reply.futureTime')))
                : Promise.resolve(),
          },
        ]}
      >
        <ShanghaiPicker />
      </Form.Item>
      <Form.Item
        name="statement"
        label={t('reply.statement')}
        rules={[{ required: true, whitespace: true, min: LEAST_CHARACTERS, message: t('reply.statementRule') }]}
      >
        <Input.TextArea rows={4} maxLength={4000} showCount placeholder={t('reply.statementPlaceholder')} />
      </Form.Item>
      <div className="row">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('reply.save')}
        </Button>
        <Button onClick={onDone}>{t('common.cancel')}</Button>
      </div>
    </Form>
  );
}
