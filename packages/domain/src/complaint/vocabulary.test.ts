// The database checks the same words; a word that only one of them knows would fail at the first case that needs it.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CHANNELS, CLOCK_KINDS, COMPLAINT_STATES, ROLES, UNIT_KINDS } from './vocabulary';

const schema = readFileSync(new URL('../../../../migrations/schema.txt', import.meta.url), 'utf8');

test.each<[string, readonly string[]]>([
  ['complaint_channel_check', CHANNELS],
  ['intake_item_channel_check', CHANNELS],
  ['complaint_state_check', COMPLAINT_STATES],
  ['clock_kind_check', CLOCK_KINDS],
  ['app_user_role_check', ROLES],
  ['unit_kind_check', UNIT_KINDS],
])('%s admits exactly the words of the house', (constraint, words) => {
  const line = schema.split('\n').find((each) => each.includes(`constraint ${constraint} `)) ?? '';
  const admitted = [...line.matchAll(/'([^']+)'::text/g)].map(([, word]) => word);

  expect(admitted.sort()).toEqual([...words].sort());
});
