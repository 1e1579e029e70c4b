import { sql } from 'drizzle-orm';
import { canonicalEmail, canonicalPhone } from '@jieban/domain/identity/mask';
import type { NewComplaint, RegistrationStore } from '@jieban/application/register/registration-store';
import type { Executor } from './connect';
import type { ExplanationStore } from './explanation-store';
import { hexOf, recordset } from './json-rows';
import { sealJson, type Vault } from './vault';

export function registrationStore(tx: Executor, vault: Vault, explanations: ExplanationStore): RegistrationStore {
  return {
    async insert(complaints) {
      await insertComplaints(tx, complaints);
      await insertIdentities(tx, vault, complaints);
      await insertAccused(tx, complaints);
      await insertClocks(tx, explanations, complaints);
    },
  };
}

async function insertComplaints(tx: Executor, complaints: readonly NewComplaint[]): Promise<void> {
  const rows = complaints.map(({ id, number, registeredAt, handlingUnitId, draft }) => ({
    id,
    number,
    channel: draft.channel,
    received_at: draft.receivedAt,
    registered_at: registeredAt,
    registered_by: draft.registeredBy,
    subject: draft.subject,
    content: draft.content,
    demand: draft.demand,
    place: draft.place,
    category: draft.category,
    external_number: draft.externalNumber,
    is_anonymous: draft.isAnonymous,
    wants_secrecy: draft.wantsSecrecy,
    handling_unit_id: handlingUnitId,
  }));
  await tx.execute(sql`
    insert into complaint (id, number, channel, state, received_at, registered_at, registered_by, subject, content,
      demand, place, category, external_number, is_anonymous, wants_secrecy, handling_unit_id)
    select id, number, channel, 'registered', received_at, registered_at, registered_by, subject, content,
      demand, place, category, external_number, is_anonymous, wants_secrecy, handling_unit_id
    from ${recordset(rows)} as r(id uuid, number text, channel text, received_at timestamptz, registered_at timestamptz,
      registered_by uuid, subject text, content text, demand text, place text, category text, external_number text,
      is_anonymous boolean, wants_secrecy boolean, handling_unit_id uuid)`);
}

async function insertIdentities(tx: Executor, vault: Vault, complaints: readonly NewComplaint[]): Promise<void> {
  const rows = complaints.map(({ id, draft: { identity } }) => {
    const phone = canonicalPhone(identity.phone);
    const email = canonicalEmail(identity.email);
    const { keyId, nonce, ciphertext } = sealJson(vault, identity, `identity:${id}`);
    return {
      complaint_id: id,
      key_id: keyId,
      nonce: hexOf(nonce),
      ciphertext: hexOf(ciphertext),
      phone_hash: phone === '' ? null : hexOf(vault.hash('phone', phone)),
      email_hash: email === '' ? null : hexOf(vault.hash('email', email)),
    };
  });
  await tx.execute(sql`
    insert into complaint_identity (complaint_id, key_id, nonce, ciphertext, phone_hash, email_hash)
    select complaint_id, key_id, decode(nonce, 'hex'), decode(ciphertext, 'hex'), decode(phone_hash, 'hex'),
      decode(email_hash, 'hex')
    from ${recordset(rows)} as r(complaint_id uuid, key_id text, nonce text, ciphertext text, phone_hash text,
      email_hash text)`);
}

async function insertAccused(tx: Executor, complaints: readonly NewComplaint[]): Promise<void> {
  const rows = complaints.flatMap(({ id, draft }) =>
    draft.accused.map(({ text, unitId, userId }, position) => ({
      complaint_id: id,
      position,
      text,
      unit_id: unitId,
      user_id: userId,
    })),
  );
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into complaint_accused (complaint_id, position, text, unit_id, user_id)
    select * from ${recordset(rows)} as r(complaint_id uuid, position int, text text, unit_id uuid, user_id uuid)`);
}

/**
 * Clocks and their first rungs in one statement. What complaints of one day share (the due day, its explanation) is sent
 * once and joined to them by its place, because sending it with every clock cost more than storing it.
 */
async function insertClocks(
  tx: Executor,
  explanations: ExplanationStore,
  complaints: readonly NewComplaint[],
): Promise<void> {
  const deadlines = placesOf(complaints.flatMap(({ clocks }) => clocks.map(({ deadline }) => deadline)));
  const names = await explanations.keep([...deadlines.keys()]);
  const clocks = complaints.flatMap(({ id, handlingUnitId, draft, clocks }) =>
    clocks.map(({ deadline, firstRung }) => ({
      id,
      unit: handlingUnitId,
      at: draft.receivedAt,
      d: deadlines.get(deadline),
      rung: firstRung?.code,
      fires: firstRung?.firesAt,
    })),
  );
  const deadlineRows = [...deadlines].map(([deadline, d]) => ({
    d,
    kind: deadline.kind,
    policy: deadline.policy,
    calendar_version: deadline.calendarVersion,
    nominal_on: deadline.nominalOn,
    due_on: deadline.dueOn,
    due_at: deadline.dueAt,
    provisional: deadline.provisional,
    explanation: names[d],
  }));
  await tx.execute(sql`
    with c as (
      select r.*, d.kind, d.policy, d.calendar_version, d.nominal_on, d.due_on, d.due_at, d.provisional, d.explanation
      from ${recordset(clocks)} as r(id uuid, unit uuid, at timestamptz, d int, rung text, fires timestamptz)
      join ${recordset(deadlineRows)} as d(d int, kind text, policy text, calendar_version text, nominal_on date,
        due_on date, due_at timestamptz, provisional boolean, explanation text) using (d)
    ), started as (
      insert into clock (complaint_id, kind, unit_id, started_at, policy, calendar_version, nominal_on, due_on, due_at,
        provisional, explanation)
      select id, kind, unit, at, policy, calendar_version, nominal_on, due_on, due_at, provisional,
        decode(explanation, 'hex')
      from c
    )
    insert into escalation_rung (complaint_id, clock_kind, due_on, code, fires_at)
    select id, kind, due_on, rung, fires from c where rung is not null`);
}

/** Each distinct object with its place; complaints of one day are given the same ones. */
function placesOf<T>(all: readonly T[]): Map<T, number> {
  const places = new Map<T, number>();
  for (const each of all) if (!places.has(each)) places.set(each, places.size);
  return places;
}
