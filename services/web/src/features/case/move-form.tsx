// Taking one move: what it needs, filled in and confirmed.
import type { ComplaintDetail } from '@jieban/contracts/api/complaint';
import type { OfferedMovesView } from '@jieban/contracts/api/moves';
import { API, pathTo } from '@jieban/contracts/api/routes';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { createClientId } from '../../api/client-id';
import { requestNothing } from '../../api/request';
import { ProblemAlert } from '../../ui/problem-alert';
import { bodyOf, type MoveValues } from './move-body';
import { MoveFieldItem } from './move-field';

interface MoveFormProps {
  readonly detail: ComplaintDetail;
  readonly offered: OfferedMovesView['open'][number];
  /** The draft that was sent back, to be corrected. */
  readonly draft: string | null;
  readonly onDone: () => void;
}

export function MoveForm({ detail, offered, draft, onDone }: MoveFormProps): ReactElement {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  // Made once per form: a second press after a lost answer takes nothing twice.
  const [idempotencyKey] = useState(createClientId);
  const { move, needs, mayHave } = offered;
  const name = t(`move.${move}`);
  const take = useMutation({
    mutationFn: (values: MoveValues) => {
      const url = pathTo(API.complaintMoves, { id: detail.id });
      return requestNothing(url, { method: 'POST', body: bodyOf(move, values), idempotencyKey });
    },
    onSuccess: async () => {
      message.success(t('moves.done', { name }));
      onDone();
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: ['case', detail.id] }),
        queryClient.invalidateQueries({ queryKey: ['board'] }),
      ]);
    },
  });
  const fields = [...needs, ...mayHave];
  return (
    <Form<MoveValues>
      layout="vertical"
      aria-label={name}
      initialValues={draft !== null && fields.includes('draft') ? { draft } : {}}
      onFinish={(values) => take.mutate(values)}
    >
      {take.isError && <ProblemAlert error={take.error} />}
      {fields.map((field) => (
        <MoveFieldItem key={field} name={field} isRequired={needs.includes(field)} unitId={detail.handlingUnit.id} />
      ))}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={take.isPending}>
          {t('moves.submit', { name })}
        </Button>
        <Button onClick={onDone}>{t('common.cancel')}</Button>
      </div>
    </Form>
  );
}
