// The demo's 12345 orders: one export per day on which there was something to export, imported as it was written.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runHotlineImport, type ImportDeps } from '@jieban/application/hotline/run-import';
import { startHotlineImport } from '@jieban/application/hotline/start-import';
import type { UserId } from '@jieban/domain/complaint/vocabulary';
import type { WorkingCalendar } from '@jieban/domain/deadline/working-calendar';
import { civilDateOf, endOfDayExclusive } from '@jieban/domain/time/civil-date';
import { orderKey } from './demo-cases';
import type { DemoDeps } from './demo-deps';
import { ORDERS, REJECTED_ROWS, type DemoOrder } from './orders';
import type { PlannedCase } from './plan-cases';
import type { DemoCases, DemoStep } from './replay';
import { DEMO_UNITS } from './units';
import { writeOrders, type ExportRow } from './write-orders';

const MINUTE = 60_000;

export interface PlannedOrder {
  readonly key: string;
  readonly order: DemoOrder;
  readonly plan: PlannedCase;
}

export async function planOrderSteps(
  deps: DemoDeps,
  imports: ImportDeps,
  cases: DemoCases,
  plans: ReadonlyMap<string, PlannedCase>,
  startedBy: UserId,
  now: Date,
): Promise<DemoStep[]> {
  await mkdir(deps.hotlineFolder, { recursive: true });
  // The last export is the one of now, and there is one even when it brings the rejected rows only.
  const exports = new Map<number, PlannedOrder[]>([[now.getTime(), []]]);
  ORDERS.forEach((order, at) => {
    const key = orderKey(at);
    const plan = plans.get(key);
    if (plan === undefined) throw new Error(`Order ${key} of the demo has no plan.`);
    const exportedAt = plan.registeredAt.getTime();
    exports.set(exportedAt, [...(exports.get(exportedAt) ?? []), { key, order, plan }]);
  });

  const steps: DemoStep[] = [];
  for (const [exportedAtMs, orders] of exports) {
    const exportedAt = new Date(exportedAtMs);
    const isLast = exportedAtMs === now.getTime();
    const rows = orders.map((each) => exportRow(each, imports.registration.calendar, now));
    const all = isLast ? [...rows, ...rejectedRows(now)] : rows;
    const bytes = writeOrders(all, exportedAt);
    const fileName = `12345工单明细_${civilDateOf(exportedAt).replaceAll('-', '')}${isLast ? '_最新' : ''}.csv`;
    await writeFile(join(deps.hotlineFolder, fileName), bytes);
    steps.push({
      at: exportedAt,
      run: async (at) => {
        const importId = await startHotlineImport(deps, { fileName, bytes, dryRun: false }, startedBy, at);
        await runHotlineImport(imports, importId, { now: () => at });
        const numbers = rows.map(({ orderNumber }) => orderNumber);
        const known = await deps.unitOfWork.transaction(({ hotline }) => hotline.knownOrders(numbers));
        orders.forEach(({ key }, position) => {
          cases.opened(key, known.get(numbers[position] ?? '')?.complaintId);
        });
      },
    });
  }
  return steps;
}

function exportRow({ key, order, plan }: PlannedOrder, calendar: WorkingCalendar, now: Date): ExportRow {
  const { receivedAt } = plan;
  const receivedOn = civilDateOf(receivedAt);
  const limitOn = {
    none: null,
    today: civilDateOf(now),
    'five-working-days': calendar.addWorkingDays(receivedOn, 5),
  }[order.limit];
  return {
    orderNumber: `${orderNumberPrefix(receivedAt)}${key.replace('order-', '').padStart(4, '0')}`,
    calledAt: new Date(receivedAt.getTime() - 25 * MINUTE),
    dispatchedAt: receivedAt,
    dueAt: limitOn === null ? null : endOfDayExclusive(limitOn),
    name: order.name,
    phone: order.phone,
    title: order.title,
    content: order.content,
    area: order.area,
    category: order.category,
    unit: unitAsWritten(order),
  };
}

/** The hotline writes names as people say them; what it cannot place it gives to the bureau's office in words of its own. */
function unitAsWritten({ unit, phone }: DemoOrder): string {
  const known = DEMO_UNITS.find(({ code }) => code === unit);
  if (known === undefined) return '市民政局办公室';
  return phone.startsWith('0412') ? (known.aliases[0] ?? known.name) : known.name;
}

function orderNumberPrefix(at: Date): string {
  return `YL${civilDateOf(at).replaceAll('-', '')}`;
}

function rejectedRows(now: Date): ExportRow[] {
  const at = new Date(now.getTime() - 90 * MINUTE);
  return REJECTED_ROWS.map(({ orderNumber, dispatchedAt, title, content }) => ({
    orderNumber: orderNumber ?? `${orderNumberPrefix(at)}0099`,
    calledAt: dispatchedAt ?? at,
    dispatchedAt: dispatchedAt ?? at,
    dueAt: null,
    name: '',
    phone: '',
    title,
    content,
    area: '云河区',
    category: '民政',
    unit: '',
  }));
}
