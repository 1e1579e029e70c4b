// `jieban keys rotate`: seals everything under the newest key of the ring, so that an older one can be put away.
import { countSealed, rotateKeys, type SealedCount } from '@jieban/db/rotate-keys';
import { loadKeyRing, type KeyRing } from '@jieban/runtime/encryption';
import { CommandRefused } from '../command-refused';
import { withOpenHouse } from '../open-house';
import { createProgress } from '../progress';

interface RotateOptions {
  readonly dryRun?: boolean;
  readonly data?: string;
  readonly json?: boolean;
}

export async function runKeysRotateCommand({ dryRun = false, json = false, ...flags }: RotateOptions): Promise<void> {
  await withOpenHouse(flags, async ({ connection, configuration }) => {
    const keyRing = await loadKeyRing(configuration);
    const progress = createProgress((line) => console.error(line));
    const { resealed, unopenable } = dryRun
      ? { resealed: 0, unopenable: [] }
      : await rotateKeys(connection, keyRing, (soFar) => progress(() => `已换 ${soFar.resealed} 条(${soFar.table})……`));
    const counts = await countSealed(connection);
    const unknown = counts.filter(({ keyId }) => !keyRing.keys.some(({ id }) => id === keyId));
    if (json) {
      for (const { table, keyId, rows } of counts) console.log(JSON.stringify({ table, keyId, rows }));
      for (const place of unopenable) console.log(JSON.stringify({ unopenable: place }));
      console.log(JSON.stringify({ summary: { dryRun, resealed, ...describeRing(keyRing, counts) } }));
    } else {
      for (const { table, keyId, rows } of counts) console.log(`${table} ${keyId} ${rows} 条${mark(keyRing, keyId)}`);
      for (const { table, id } of unopenable) console.log(`${table} ${id}:打不开,内容被改动或移动过`);
      console.log(summarize(keyRing, counts, dryRun ? null : resealed));
    }
    if (dryRun) return;
    if (unknown.length > 0) throw new CommandRefused(1, refuseUnknown(unknown));
    if (unopenable.length > 0) throw new CommandRefused(1, `${unopenable.length} 条打不开,仍用原来的密钥封存`);
  });
}

/** Which keys seal nothing and hash nothing any more. The last key is never among them: lookups stand on it. */
function describeRing({ keys }: KeyRing, counts: readonly SealedCount[]) {
  const [newest] = keys;
  const hashing = keys.at(-1) ?? newest;
  const inUse = new Set(counts.map(({ keyId }) => keyId));
  const removable = keys.filter((key) => key !== newest && key !== hashing && !inUse.has(key.id));
  return { newestKey: newest.id, hashingKey: hashing.id, removableKeys: removable.map(({ id }) => id) };
}

function mark({ keys }: KeyRing, keyId: string): string {
  if (keyId === keys[0].id) return '(当前密钥)';
  return keys.some(({ id }) => id === keyId) ? '(旧密钥)' : '(密钥环里没有)';
}

function summarize(keyRing: KeyRing, counts: readonly SealedCount[], resealed: number | null): string {
  const { newestKey, hashingKey, removableKeys } = describeRing(keyRing, counts);
  return [
    resealed === null ? `试运行:没有改动;当前密钥 ${newestKey}` : `换到当前密钥 ${newestKey}:${resealed} 条`,
    `查找用的校验值出自 ${hashingKey},须一直留在密钥环末位`,
    ...(removableKeys.length === 0 ? [] : [`已可撤下的密钥:${removableKeys.join('、')}`]),
  ].join('\n');
}

function refuseUnknown(unknown: readonly SealedCount[]): string {
  const list = unknown.map(({ table, keyId, rows }) => `${table} ${keyId} ${rows} 条`).join(';');
  return `有内容用密钥环里没有的密钥封存,没有动它们:${list}`;
}
