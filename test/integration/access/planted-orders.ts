// Two orders on each planted case, whose ids follow from the case's own, so that whoever tries an endpoint of orders
// need not look for one: the first is to be answered, the second to be reviewed. Written past the rules, because a case
// may stand on an order before anybody knows whom it accuses.
import { NOW, type ApiUnderTest } from '../api-harness';

export const openOrderOf = (complaintId: string): string => complaintId;
export const answeredOrderOf = (complaintId: string): string => `ffffffff${complaintId.slice(8)}`;

export async function plantOrders(api: ApiUnderTest, complaintIds: readonly string[]): Promise<void> {
  if (complaintIds.length === 0) return;
  const { sql } = api.connection;
  const orders = complaintIds.flatMap((complaintId) => [
    { complaintId, id: openOrderOf(complaintId), isAnswered: false },
    { complaintId, id: answeredOrderOf(complaintId), isAnswered: true },
  ]);
  const by = api.people.supervisor;
  await sql`insert into supervision_order ${sql(
    orders.map(({ id }) => ({
      id,
      kind: 'urging',
      number: `催办〔2024〕${id}号`,
      issued_by: by,
      issued_at: NOW.toISOString(),
      instruction: '请说明办理情况',
      working_days: 2,
    })),
  )}`;
  await sql`insert into supervision_order_case ${sql(
    orders.map(({ complaintId, id, isAnswered }) => ({
      complaint_id: complaintId,
      order_id: id,
      unit_id: api.units.office,
      first_answer_by: '2024-05-17',
      answer_by: '2024-05-17',
      answer_by_at: '2024-05-18T00:00:00+08:00',
      state: isAnswered ? 'answered' : 'open',
      answer: isAnswered ? '正在核实,下周答复。' : null,
      answered_by: isAnswered ? by : null,
      answered_at: isAnswered ? NOW.toISOString() : null,
    })),
  )}`;
}
