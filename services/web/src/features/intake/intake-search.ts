import { INTAKE_STATES } from '@jieban/contracts/api/intake';
import { channelSchema } from '@jieban/contracts/api/primitives';
import type { Channel } from '@jieban/domain/complaint/vocabulary';

export type IntakeState = (typeof INTAKE_STATES)[number];

export interface IntakeSearch {
  readonly state?: IntakeState;
  readonly channel?: Channel;
}

export function parseIntakeSearch(search: Record<string, unknown>): IntakeSearch {
  const state = INTAKE_STATES.find((each) => each === search['state']);
  const channel = channelSchema.safeParse(search['channel']).data;
  return { ...(state === undefined ? {} : { state }), ...(channel === undefined ? {} : { channel }) };
}
