// 审核: the supervisor accepts the answer, or sends it back with a reason and a new inner due day.
import type { OrderCase, OrderDetail, ReviewOrderRequest } from '@jieban/contracts/api/supervision';
import { API, pathTo } from '@jieban/contracts/api/routes';
import { INNER_WORKING_DAYS } from '@jieban/domain/supervision/inner-due-day';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, InputNumber, Radio } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { createClientId } from '../../api/client-id';
import { requestNothing } from '../../api/request';
import { ProblemAlert } from '../../ui/problem-alert';

interface ReviewFields {
  readonly verdict: ReviewOrderRequest['verdict'];
  readonly comment?: string;
  readonly workingDays?: number;
}

interface ReviewFormProps {
  readonly order: OrderDetail;
  readonly line: OrderCase;
  readonly onDone: () => void;
}

export function ReviewForm({ order, line, onDone }: ReviewFormProps): ReactElement {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const [idempotencyKey] = useState(createClientId);
  const [form] = Form.useForm<ReviewFields>();
  const isSendingBack = Form.useWatch('verdict', form) === 'send_back';
  const { usual, most } = INNER_WORKING_DAYS[order.kind];
  const save = useMutation({
    mutationFn: (body: ReviewOrderRequest) =>
      requestNothing(pathTo(API.supervisionOrderReviews, { id: order.id }), { method: 'POST', body, idempotencyKey }),
    onSuccess: async () => {
      message.success(t('orderReview.saved'));
      onDone();
      await queryClient.invalidateQueries({ queryKey: ['orders'] });
    },
  });
  return (
    <Form<ReviewFields>
      form={form}
      layout="vertical"
      initialValues={{ verdict: 'accept', workingDays: usual }}
      onFinish={(fields) => save.mutate(requestOf(line.complaintId, fields, usual))}
    >
      {save.isError && <ProblemAlert error={save.error} />}
      <Form.Item name="verdict" label={t('orderReview.verdict')}>
        <Radio.Group
          options={[
            { value: 'accept', label: t('orderReview.accept') },
            { value: 'send_back', label: t('orderReview.sendBack') },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="comment"
        label={t('orderReview.comment')}
        rules={
          isSendingBack ? [{ required: true, whitespace: true, min: 4, message: t('orderReview.commentRule') }] : []
        }
      >
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
      {isSendingBack && (
        <Form.Item
          name="workingDays"
          label={t('orderReview.workingDays')}
          rules={[{ required: true, message: t('orderIssue.workingDaysRule', { most }) }]}
        >
          <InputNumber min={1} max={most} precision={0} />
        </Form.Item>
      )}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('orderReview.save')}
        </Button>
        <Button onClick={onDone}>{t('common.cancel')}</Button>
      </div>
    </Form>
  );
}

function requestOf(complaintId: string, fields: ReviewFields, usual: number): ReviewOrderRequest {
  const comment = fields.comment ?? '';
  return fields.verdict === 'accept'
    ? { complaintId, verdict: 'accept', comment }
    : { complaintId, verdict: 'send_back', comment, workingDays: fields.workingDays ?? usual };
}
