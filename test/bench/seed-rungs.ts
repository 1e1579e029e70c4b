// Cases whose deadline passes together: registered by the real use case, then their marks moved to where the
// benchmark wants them. Midnight is when this happens in service: every clock of one due day passes at once.
import { registerComplaints } from '@jieban/application/register/register-complaints';
import type { ComplaintDraft } from '@jieban/application/register/registration-store';
import { readRegistrationSettings } from '@jieban/db/registration-settings';
import { createUnitOfWork } from '@jieban/db/unit-of-work';
import { createVault } from '@jieban/db/vault';
import { parseKeyRing } from '@jieban/runtime/encryption';
import type { BenchDatabase } from './bench-server';

const BATCH = 500;

/** Registers `count` complaints of round `round`, spread over the units, each with a handler. */
export async function registerCases(
  { connection, bureau }: BenchDatabase,
  encryptionKeys: string,
  round: number,
  count: number,
): Promise<void> {
  const unitOfWork = createUnitOfWork(connection, createVault(parseKeyRing(encryptionKeys)));
  const settings = await readRegistrationSettings(connection, { deadlinePolicy: 'calendar-roll', numberPrefix: 'MZ' });
  const now = new Date();
  for (let done = 0; done < count; done += BATCH) {
    const drafts = Array.from({ length: Math.min(BATCH, count - done) }, (_, index): ComplaintDraft => {
      const unit = bureau.units[index % bureau.units.length];
      return {
        channel: 'phone',
        receivedAt: now,
        subject: '反映养老机构押金不退',
        content: '来电人反映养老机构收费不透明,收取押金后拒不退还,请核实处理。',
        demand: '',
        place: '',
        category: `round-${round}`,
        externalNumber: null,
        accused: [],
        identity: { name: '王某某', phone: '', email: '', address: '' },
        isAnonymous: false,
        wantsSecrecy: false,
        handlingUnitId: unit?.id ?? null,
        registeredBy: null,
        hotlineDueAt: null,
      };
    });
    await unitOfWork.transaction((stores) => registerComplaints(stores, settings, now, drafts));
  }
  for (const { id, handler } of bureau.units) {
    await connection.sql`update complaint set handler_id = ${handler.userId} where handling_unit_id = ${id}`;
  }
}

/**
 * Moves the procedural clocks of the round so that they pass between `from` and `from` + `spreadMs`, evenly. The
 * reminders below are behind them, as they are for a clock that passes.
 */
export async function passTogether(
  { connection: { sql } }: BenchDatabase,
  round: number,
  from: Date,
  spreadMs: number,
): Promise<void> {
  await sql`
    update clock c set due_at = m.mark
    from (
      select id, ${from.toISOString()}::timestamptz
          + (row_number() over (order by id) - 1) * (${spreadMs}::float8 / count(*) over ()) * interval '1 ms' as mark
      from complaint where category = ${`round-${round}`}
    ) m
    where c.complaint_id = m.id and c.kind = 'procedural'`;
  const reminded = sql`${from.toISOString()}::timestamptz - interval '1 day'`;
  await sql`
    with passing as (
      update escalation_rung e set code = 'passed', fires_at = c.due_at
      from clock c join complaint k on k.id = c.complaint_id
      where k.category = ${`round-${round}`} and c.kind = 'procedural'
        and e.complaint_id = c.complaint_id and e.clock_kind = c.kind and e.state = 'armed'
      returning e.complaint_id, e.clock_kind, e.due_on
    )
    insert into escalation_rung (complaint_id, clock_kind, due_on, code, fires_at, state, settled_at)
    select p.*, code, ${reminded}, 'fired', ${reminded} from passing p, unnest(array['minus-2', 'last-day']) as code`;
  await sql`vacuum analyze escalation_rung`;
  await sql`vacuum analyze clock`;
}
