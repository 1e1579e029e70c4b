import { hash } from '@node-rs/argon2';

/** argon2id with the library's defaults (19 MiB, 2 passes), in the text form that carries its own parameters. */
export function hashPassword(plain: string): Promise<string> {
  return hash(plain);
}
