// 反馈: the unit that handles the case says how it stands.
import type { OrderCase, OrderDetail } from '@jieban/contracts/api/supervision';
import { API, pathTo } from '@jieban/contracts/api/routes';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { createClientId } from '../../api/client-id';
import { requestNothing } from '../../api/request';
import { ProblemAlert } from '../../ui/problem-alert';

const LEAST_CHARACTERS = 10;

interface AnswerFormProps {
  readonly order: OrderDetail;
  readonly line: OrderCase;
  readonly onDone: () => void;
}

export function AnswerForm({ order, line, onDone }: AnswerFormProps): ReactElement {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  // Made once per form: a second press after a lost answer records nothing twice.
  const [idempotencyKey] = useState(createClientId);
  const save = useMutation({
    mutationFn: ({ answer }: { answer: string }) =>
      requestNothing(pathTo(API.supervisionOrderAnswers, { id: order.id }), {
        method: 'POST',
        body: { complaintId: line.complaintId, answer },
        idempotencyKey,
      }),
    onSuccess: async () => {
      message.success(t('orderAnswer.saved'));
      onDone();
      await queryClient.invalidateQueries({ queryKey: ['orders'] });
    },
  });
  return (
    <Form<{ answer: string }> layout="vertical" onFinish={(values) => save.mutate(values)}>
      {save.isError && <ProblemAlert error={save.error} />}
      <Form.Item
        name="answer"
        label={t('orderAnswer.label')}
        rules={[{ required: true, whitespace: true, min: LEAST_CHARACTERS, message: t('orderAnswer.rule') }]}
      >
        <Input.TextArea autoFocus rows={4} maxLength={4000} showCount placeholder={t('orderAnswer.placeholder')} />
      </Form.Item>
      <div className="row">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('orderAnswer.save')}
        </Button>
        <Button onClick={onDone}>{t('common.cancel')}</Button>
      </div>
    </Form>
  );
}
