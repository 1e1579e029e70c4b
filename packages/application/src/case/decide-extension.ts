// The extension's own rules (延期, DOMAIN §8.8) on a stored case: asked in time, by somebody else, once, 30 days at most.
import { decideExtension, type ExtensionGranted, type ExtensionRequest } from '@jieban/domain/clock/extension';
import type { ComplaintId, UserId } from '@jieban/domain/complaint/vocabulary';
import type { ClockRules } from '../clock/clock-rules';
import type { Stores } from '../unit-of-work';
import { ActionRefused } from './case-errors';

/**
 * `approver` is null while it is only asked for: the officer learns at once what no leader could grant.
 * @throws ActionRefused
 */
export async function decideCaseExtension(
  { calendars }: ClockRules,
  stores: Pick<Stores, 'clocks'>,
  id: ComplaintId,
  request: ExtensionRequest,
  approver: UserId | null,
  now: Date,
): Promise<ExtensionGranted> {
  const clock = (await stores.clocks.read(id)).find(({ kind }) => kind === 'substantive');
  if (clock === undefined) throw new Error(`Case ${id} has no substantive clock.`);
  const decided = decideExtension({ request, approver: approver ?? NOBODY_YET, now, clock, calendars });
  if (decided.granted) return decided;
  const article = decided.article === null ? '' : `(${decided.article})`;
  throw new ActionRefused(`The extension of ${id} is refused: ${decided.code}.`, `${decided.reason}${article}`);
}

const NOBODY_YET = 'whoever will decide' as UserId;
