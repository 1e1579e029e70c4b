import type { BoardRow } from '@jieban/contracts/api/board';
import type { BoardLine } from '@jieban/db/board-queries';
import type { LightBoundaries } from '@jieban/domain/deadline/light';
import type { WorkingCalendar } from '@jieban/domain/deadline/working-calendar';
import { formatShanghaiInstant } from '@jieban/domain/time/shanghai-format';
import { presentLight } from './light';

export function presentBoardLine(line: BoardLine, boundaries: LightBoundaries, calendar: WorkingCalendar): BoardRow {
  return {
    complaintId: line.complaintId,
    number: line.number,
    channel: line.channel,
    subject: line.subject,
    handlingUnit: line.unit,
    handler: line.handler,
    receivedAt: formatShanghaiInstant(line.receivedAt),
    clock: line.clock,
    dueOn: line.dueOn,
    dueAt: formatShanghaiInstant(line.dueAt),
    provisional: line.provisional,
    ...presentLight({ kind: line.clock, dueOn: line.dueOn, dueAt: line.dueAt }, boundaries, calendar),
    escalations: line.escalations,
  };
}
