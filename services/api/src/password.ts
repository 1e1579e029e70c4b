// Passwords are kept as argon2id in its own text form, with 19 MiB and two passes (the library's defaults, which are
// the first of OWASP's recommended settings).
import { hash, verify } from '@node-rs/argon2';

export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

/** Also called with a hash of nobody's, so that an unknown login takes as long to refuse as a wrong password. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  nobodys ??= hash('nobody signs in with this');
  const matches = await verify(stored ?? (await nobodys), password);
  return matches && stored !== null;
}

let nobodys: Promise<string> | undefined;
