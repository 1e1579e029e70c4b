// Sealing and opening what names a person, under the key ring of this installation.
import { keyedHash, open, seal, type KeyRing } from '@jieban/runtime/encryption';

export interface Sealed {
  readonly keyId: string;
  readonly nonce: Buffer;
  /** AES-256-GCM ciphertext with the tag appended. */
  readonly ciphertext: Buffer;
}

export interface Vault {
  /** `boundTo` is authenticated with the text, so that a ciphertext moved to another row does not open. */
  seal(plain: Uint8Array, boundTo: string): Sealed;
  /** Throws when the key is unknown, the bytes were changed, or they belong to another row. */
  open(sealed: Sealed, boundTo: string): Buffer;
  /** HMAC-SHA256 under a key of its own per purpose: finds the same phone or mailbox again without storing it. */
  hash(purpose: 'phone' | 'email' | 'message-id', text: string): Buffer;
}

/** One batch asks for the hash of the same address up to four times. */
const REMEMBERED_HASHES = 2_000;

export function createVault(keyRing: KeyRing): Vault {
  const hashes = new Map<string, Buffer>();
  return {
    seal: (plain, boundTo) => seal(plain, keyRing, boundTo),
    open: (sealed, boundTo) => open(sealed, keyRing, boundTo),
    hash(purpose, text) {
      const asked = `${purpose}:${text}`;
      const hash = hashes.get(asked) ?? keyedHash(keyRing, purpose, text);
      if (hashes.size >= REMEMBERED_HASHES) hashes.clear();
      hashes.set(asked, hash);
      return hash;
    },
  };
}

export function sealJson(vault: Vault, value: unknown, boundTo: string): Sealed {
  return vault.seal(Buffer.from(JSON.stringify(value), 'utf8'), boundTo);
}

export function openJson(vault: Vault, sealed: Sealed, boundTo: string): unknown {
  return JSON.parse(vault.open(sealed, boundTo).toString('utf8'));
}
