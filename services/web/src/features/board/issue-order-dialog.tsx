import type { BoardRow } from '@jieban/contracts/api/board';
import { API } from '@jieban/contracts/api/routes';
import { issuedOrderSchema, type IssueOrderRequest } from '@jieban/contracts/api/supervision';
import { INNER_WORKING_DAYS } from '@jieban/domain/supervision/inner-due-day';
import type { OrderKind } from '@jieban/domain/supervision/order-kinds';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, Form, Input, InputNumber, Modal, Radio } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { createClientId } from '../../api/client-id';
import { requestJson } from '../../api/request';
import { ProblemAlert } from '../../ui/problem-alert';
import { InnerDueDay } from './inner-due-day';

type OrderFields = Pick<IssueOrderRequest, 'reason' | 'instruction' | 'workingDays'>;

interface IssueOrderDialogProps {
  readonly chosen: readonly BoardRow[];
  /** The kind that is chosen at first. */
  readonly usualKind: OrderKind;
  readonly onClose: () => void;
  readonly onIssued: () => void;
}

export function IssueOrderDialog({ chosen, usualKind, onClose, onIssued }: IssueOrderDialogProps): ReactElement {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<OrderFields>();
  // Made once per dialog: a second press after a lost answer issues nothing twice.
  const [idempotencyKey] = useState(createClientId);
  // The board refreshes behind the dialog; what was chosen when it opened is what the order is on.
  const [complaintIds] = useState(() => chosen.map(({ complaintId }) => complaintId));
  const [kind, setKind] = useState(usualKind);
  const workingDays = Form.useWatch('workingDays', form);
  const { most } = INNER_WORKING_DAYS[kind];
  const issue = useMutation({
    mutationFn: (fields: OrderFields) =>
      requestJson(API.supervisionOrders, issuedOrderSchema, {
        method: 'POST',
        body: { ...fields, kind, reason: fields.reason ?? '', complaintIds } satisfies IssueOrderRequest,
        idempotencyKey,
      }),
    onSuccess: async ({ id, number }) => {
      message.success(t('orderIssue.done', { number }));
      onIssued();
      await queryClient.invalidateQueries({ queryKey: ['orders'] });
      await navigate({ to: '/orders/$orderId', params: { orderId: id } });
    },
  });
  return (
    <Modal
      open
      title={t('orderIssue.title', { n: complaintIds.length })}
      okText={t('orderIssue.submit')}
      cancelText={t('common.cancel')}
      confirmLoading={issue.isPending}
      mask={{ closable: false }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form<OrderFields>
        form={form}
        layout="vertical"
        initialValues={{ workingDays: INNER_WORKING_DAYS[usualKind].usual }}
        onFinish={(fields) => issue.mutate(fields)}
      >
        {issue.isError && <ProblemAlert error={issue.error} />}
        <Form.Item label={t('order.kind')} extra={usualKind === 'supervision' && t('orderIssue.urgingImpossible')}>
          <Radio.Group
            vertical
            aria-label={t('order.kind')}
            value={kind}
            onChange={({ target }) => {
              const next = target.value as OrderKind;
              setKind(next);
              form.setFieldsValue({ workingDays: INNER_WORKING_DAYS[next].usual });
            }}
            options={(['urging', 'supervision'] as const).map((value) => ({
              value,
              label: `${t(`order.kinds.${value}`)} — ${t(`orderIssue.${value}Hint`)}`,
              disabled: value === 'urging' && usualKind === 'supervision',
            }))}
          />
        </Form.Item>
        {kind === 'supervision' && (
          <Form.Item
            name="reason"
            label={t('order.reason')}
            rules={[{ required: true, whitespace: true, message: t('orderIssue.reasonRequired') }]}
          >
            <Input.TextArea rows={2} maxLength={1000} placeholder={t('orderIssue.reasonPlaceholder')} />
          </Form.Item>
        )}
        <Form.Item
          name="instruction"
          label={t('order.instruction')}
          extra={t('orderIssue.instructionExtra')}
          rules={[{ required: true, whitespace: true, min: 4, message: t('orderIssue.instructionRule') }]}
        >
          <Input.TextArea rows={4} maxLength={2000} placeholder={t('orderIssue.instructionPlaceholder')} />
        </Form.Item>
        <Form.Item
          name="workingDays"
          label={t('orderIssue.workingDays')}
          extra={<InnerDueDay kind={kind} workingDays={workingDays} />}
          rules={[{ required: true, message: t('orderIssue.workingDaysRule', { most }) }]}
        >
          <InputNumber min={1} max={most} precision={0} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
