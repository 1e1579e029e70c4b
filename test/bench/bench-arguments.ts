import { parseArgs } from 'node:util';

export interface BenchArguments<Name extends string> {
  readonly json: boolean;
  readonly quick: boolean;
  readonly only: readonly Name[];
}

/** Throws with the known names when `--only` asks for another, and with node's own words for an unknown flag. */
export function readArguments<Name extends string>(
  args: readonly string[],
  known: readonly Name[],
): BenchArguments<Name> {
  const { values } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean' }, quick: { type: 'boolean' }, only: { type: 'string', multiple: true } },
  });
  const asked = values.only?.flatMap((list) => list.split(',')) ?? [...known];
  const only = asked.map((name) => {
    const found = known.find((each) => each === name.trim());
    if (found === undefined) throw new Error(`--only ${name}: there is no such benchmark. Known: ${known.join(', ')}.`);
    return found;
  });
  return { json: values.json ?? false, quick: values.quick ?? false, only };
}
