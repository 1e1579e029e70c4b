// 派单: giving the case to its handling unit. A unit that the case accuses is refused by the server (回避).
import type { AssignCaseRequest, ComplaintDetail } from '@jieban/contracts/api/complaint';
import { API, pathTo } from '@jieban/contracts/api/routes';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { requestNothing } from '../../api/request';
import { unitsQuery } from '../../api/units-query';
import { HandlerSelect } from './handler-select';
import { ActionButton } from '../../ui/action-button';
import { ProblemAlert } from '../../ui/problem-alert';

export function AssignCase({ detail }: { detail: ComplaintDetail }): ReactElement {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section className="panel">
      <h2>{t('assign.title')}</h2>
      {isOpen ? (
        <AssignForm detail={detail} onDone={() => setIsOpen(false)} />
      ) : (
        <ActionButton permission={detail.actions.assign} onClick={() => setIsOpen(true)}>
          {t('assign.open')}
        </ActionButton>
      )}
    </section>
  );
}

interface AssignValues {
  readonly unitId: string;
  readonly handlerId?: string | null;
  readonly reason?: string;
}

/** From anywhere else it is taken away from a unit, or given back to one, and that wants a reason. */
const STILL_AT_THE_OFFICE: readonly ComplaintDetail['state'][] = ['registered', 'accepted', 'redo'];

function AssignForm({ detail, onDone }: { detail: ComplaintDetail; onDone: () => void }): ReactElement {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const units = useQuery(unitsQuery);
  const assign = useMutation({
    mutationFn: ({ unitId, handlerId, reason }: AssignValues) => {
      const body: AssignCaseRequest = { unitId, handlerId: handlerId ?? null, ...(reason ? { reason } : {}) };
      return requestNothing(pathTo(API.complaintAssignment, { id: detail.id }), { method: 'PUT', body });
    },
    onSuccess: async () => {
      message.success(t('assign.saved'));
      onDone();
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: ['case', detail.id] }),
        queryClient.invalidateQueries({ queryKey: ['board'] }),
      ]);
    },
  });
  return (
    <Form<AssignValues> layout="vertical" onFinish={(values) => assign.mutate(values)}>
      {assign.isError && <ProblemAlert error={assign.error} />}
      <Form.Item
        name="unitId"
        label={t('assign.unit')}
        extra={t('assign.now', { unit: detail.handlingUnit.name })}
        rules={[{ required: true, message: t('assign.unitRequired') }]}
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          loading={units.isPending}
          options={units.data?.items.map((unit) => ({ value: unit.id, label: unit.name })) ?? []}
        />
      </Form.Item>
      <Form.Item name="handlerId" label={t('assign.handler')}>
        <HandlerSelect ownUnitId={null} />
      </Form.Item>
      {!STILL_AT_THE_OFFICE.includes(detail.state) && (
        <Form.Item
          name="reason"
          label={t('assign.reason')}
          rules={[{ required: true, whitespace: true, message: t('assign.reasonRequired') }]}
        >
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
      )}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={assign.isPending}>
          {t('assign.save')}
        </Button>
        <Button onClick={onDone}>{t('common.cancel')}</Button>
      </div>
    </Form>
  );
}
