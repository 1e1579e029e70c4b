// `jieban start --demo`: a bureau at work, for somebody who wants to see the product before trusting it with a mailbox.
// Everything comes in through the doors that real input uses; only the days are chosen, so that every light shows.
import { listCases } from '@jieban/db/case-queries';
import { countIntakeItems, listHotlineImports } from '@jieban/db/intake-queries';
import { findUserByLogin, readDirectory } from '@jieban/db/people-store';
import { CHANNELS, COMPLAINT_STATES } from '@jieban/domain/complaint/vocabulary';
import { planCallSteps } from './call-steps';
import { DEMO_CASES } from './demo-cases';
import { DemoRefused, type DemoDeps, type DemoSummary } from './demo-deps';
import { planHandlingSteps, type HandledCase } from './handling-steps';
import { hasDemoUnits, listAccounts, loadPeople } from './load-people';
import { planMailSteps } from './mail-steps';
import { INTAKE_LOGIN, VIEWER_LOGIN } from './officers';
import { planOrderSteps } from './order-steps';
import { planCases } from './plan-cases';
import { replay, trackCases } from './replay';

/**
 * Loads the demo as of `now`. A database that holds it already is left alone.
 * @throws DemoRefused when the database holds other data
 */
export async function loadDemo(deps: DemoDeps, now: Date): Promise<DemoSummary> {
  const isDemo = await hasDemoUnits(deps);
  const items = await countIntakeItems(deps.connection.db, null);
  const isEmpty = Object.values(items).every((count) => count === 0);
  if (!isEmpty && !isDemo) throw new DemoRefused();
  if (isEmpty) await fill(deps, now);
  return summarize(deps, isEmpty ? 'loaded' : 'already-loaded');
}

async function fill(deps: DemoDeps, now: Date): Promise<void> {
  const people = await loadPeople(deps, now);
  const [registration, mails] = await Promise.all([deps.registrationSettings(), deps.mails()]);
  const planned = planCases(DEMO_CASES, now, registration);
  const handled = DEMO_CASES.flatMap((each, at): HandledCase[] => {
    const plan = planned[at];
    return plan === undefined ? [] : [{ ...each, plan }];
  });
  const plans = new Map(handled.map(({ key, plan }) => [key, plan]));

  const { unitOfWork, readOrders, connection } = deps;
  const cases = trackCases();
  const officerId = people.actor(INTAKE_LOGIN).userId;
  const logging = { unitOfWork, registration, directory: () => readDirectory(connection.db) };
  await replay([
    ...(await planMailSteps(deps, mails, cases, plans, now)),
    ...(await planOrderSteps(deps, { unitOfWork, readOrders, registration }, cases, plans, officerId, now)),
    ...planCallSteps(deps, logging, people, cases, plans),
    ...planHandlingSteps(deps, people, cases, handled, now),
  ]);
}

async function summarize(deps: DemoDeps, outcome: DemoSummary['outcome']): Promise<DemoSummary> {
  const { db } = deps.connection;
  const viewer = await findUserByLogin(db, VIEWER_LOGIN);
  const lines =
    viewer === null
      ? []
      : await listCases(
          db,
          deps.vault,
          { userId: viewer.id, role: viewer.role, unitId: viewer.unitId },
          {},
          COUNTED_CASES,
        );
  const complaints = zeroOfEach(CHANNELS);
  const states = zeroOfEach(COMPLAINT_STATES);
  for (const { channel, state } of lines) {
    complaints[channel] += 1;
    states[state] += 1;
  }
  const { attached, filed, quarantined } = await countIntakeItems(db, null);
  const imports = await listHotlineImports(db, COUNTED_CASES);
  return {
    outcome,
    complaints,
    states,
    otherMail: { attached, filed, quarantined },
    rejectedOrders: imports.reduce((sum, { rowsRejected }) => sum + rowsRejected, 0),
    accounts: await listAccounts(deps),
    password: deps.demoPassword,
  };
}

function zeroOfEach<W extends string>(words: readonly W[]): Record<W, number> {
  return Object.fromEntries(words.map((word) => [word, 0])) as Record<W, number>;
}

/** More than the demo holds; somebody who has played with it for long is told a smaller number. */
const COUNTED_CASES = 1000;
