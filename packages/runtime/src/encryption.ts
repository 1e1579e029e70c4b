// Encryption of the complainant's identity and of stored originals (invariant I6): AES-256-GCM under a key ring,
// and keyed hashes for finding equals without opening anything.
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { join } from 'node:path';
import { readOrCreateSecretFile } from './secret-file';

export interface EncryptionKey {
  readonly id: string;
  /** 32 bytes. */
  readonly bytes: Buffer;
}

/**
 * Newest first. The first key seals; every key opens what carries its id; the LAST key makes the keyed hashes, so that
 * adding a key in front leaves all stored hashes findable.
 */
export interface KeyRing {
  readonly keys: readonly [EncryptionKey, ...EncryptionKey[]];
}

export interface Sealed {
  readonly keyId: string;
  /** 12 bytes. */
  readonly nonce: Buffer;
  /** The 16 bytes of the tag stand at the end. */
  readonly ciphertext: Buffer;
}

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export class EncryptionFailed extends Error {
  readonly code: 'encryption.key-ring-unreadable' | 'encryption.unknown-key' | 'encryption.tampered';
  constructor(code: EncryptionFailed['code'], message: string) {
    super(message);
    this.name = 'EncryptionFailed';
    this.code = code;
  }
}

/**
 * Reads `id:base64`, several of them separated by commas or line ends.
 * @throws EncryptionFailed encryption.key-ring-unreadable, naming the position, never the key.
 */
export function parseKeyRing(text: string): KeyRing {
  const entries = text.split(/[\s,]+/).filter((entry) => entry !== '');
  const keys = entries.map((entry, index): EncryptionKey => {
    const [, id, base64] = /^([A-Za-z0-9._-]{1,40}):([A-Za-z0-9+/]+={0,2})$/.exec(entry) ?? [];
    const bytes = Buffer.from(base64 ?? '', 'base64');
    if (id === undefined || bytes.length !== KEY_BYTES) {
      throw new EncryptionFailed(
        'encryption.key-ring-unreadable',
        `Entry ${index + 1} of the key ring must be id:base64 with a key of ${KEY_BYTES} bytes.`,
      );
    }
    return { id, bytes };
  });
  const [first, ...rest] = keys;
  if (first === undefined || new Set(keys.map((key) => key.id)).size !== keys.length) {
    throw new EncryptionFailed(
      'encryption.key-ring-unreadable',
      'The key ring needs at least one key, and each id once.',
    );
  }
  return { keys: [first, ...rest] };
}

/** The ring of JIEBAN_ENCRYPTION_KEYS, or the one in the data folder, made at the first start with mode 0600. */
export async function loadKeyRing(settings: {
  readonly encryptionKeys: string | null;
  readonly dataDir: string;
}): Promise<KeyRing> {
  return parseKeyRing(
    settings.encryptionKeys ??
      (await readOrCreateSecretFile(join(settings.dataDir, 'encryption-keys'), generateKeyRingEntry)),
  );
}

/** `id:base64` of a new key. */
export function generateKeyRingEntry(): string {
  return `k-${randomBytes(4).toString('hex')}:${randomBytes(KEY_BYTES).toString('base64')}`;
}

/**
 * Seals under the newest key. `associated` names the place of the secret (table, column, row id): the same bytes moved
 * to another row do not open there.
 */
export function seal(plain: Uint8Array, keyRing: KeyRing, associated: string): Sealed {
  const [key] = keyRing.keys;
  const nonce = takeNonce();
  const cipher = createCipheriv('aes-256-gcm', deriveKey(key, 'seal'), nonce).setAAD(Buffer.from(associated, 'utf8'));
  return {
    keyId: key.id,
    nonce,
    ciphertext: Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]),
  };
}

const NONCES_AT_ONCE = 512;
let nonces = Buffer.alloc(0);

/** Random bytes in handfuls: asking the generator for twelve at a time costs more than the encryption itself. */
function takeNonce(): Buffer {
  if (nonces.length < NONCE_BYTES) nonces = randomBytes(NONCE_BYTES * NONCES_AT_ONCE);
  const nonce = nonces.subarray(0, NONCE_BYTES);
  nonces = nonces.subarray(NONCE_BYTES);
  return nonce;
}

/**
 * @throws EncryptionFailed encryption.unknown-key when the ring lacks the key, encryption.tampered when bytes or place
 * are not those that were sealed.
 */
export function open(
  sealed: { readonly keyId: string; readonly nonce: Uint8Array; readonly ciphertext: Uint8Array },
  keyRing: KeyRing,
  associated: string,
): Buffer {
  const key = keyRing.keys.find(({ id }) => id === sealed.keyId);
  if (key === undefined) {
    throw new EncryptionFailed(
      'encryption.unknown-key',
      `The key ring has no key ${sealed.keyId}; put it back into JIEBAN_ENCRYPTION_KEYS or the data folder.`,
    );
  }
  const body = sealed.ciphertext.subarray(0, -TAG_BYTES);
  try {
    return openWith(deriveKey(key, 'seal'), sealed.nonce, body, sealed.ciphertext.subarray(-TAG_BYTES), associated);
  } catch {
    throw new EncryptionFailed(
      'encryption.tampered',
      `A value sealed with key ${sealed.keyId} does not open at this place: it was altered or moved.`,
    );
  }
}

function openWith(key: KeyObject, nonce: Uint8Array, body: Uint8Array, tag: Uint8Array, associated: string): Buffer {
  // The tag length is fixed here: Node would otherwise accept a tag cut down to four bytes.
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(associated, 'utf8'))
    .setAuthTag(tag);
  return Buffer.concat([decipher.update(body), decipher.final()]);
}

/**
 * 32 bytes that are equal for equal text and purpose, and tell nothing without the ring (a plain hash of a telephone
 * number is undone by trying all numbers). The caller normalises the text first.
 */
export function keyedHash(keyRing: KeyRing, purpose: string, text: string): Buffer {
  const oldest = keyRing.keys.at(-1) ?? keyRing.keys[0];
  return createHmac('sha256', deriveKey(oldest, `hash:${purpose}`))
    .update(text, 'utf8')
    .digest();
}

// Deriving costs more than what the derived key is then used for, and the uses are a handful.
const derivedKeys = new WeakMap<EncryptionKey, Map<string, KeyObject>>();

/** One key per use (HKDF, RFC 5869), so that no use weakens another. */
function deriveKey(key: EncryptionKey, use: string): KeyObject {
  const known = derivedKeys.get(key) ?? new Map<string, KeyObject>();
  derivedKeys.set(key, known);
  const derived =
    known.get(use) ??
    createSecretKey(Buffer.from(hkdfSync('sha256', key.bytes, Buffer.alloc(0), `jieban:${use}`, KEY_BYTES)));
  known.set(use, derived);
  return derived;
}
