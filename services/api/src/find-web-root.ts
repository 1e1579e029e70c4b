import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The built web app: beside the bundle, or in dist/ of the checkout when running from source. Null when it was not
 * built; the api then serves the API alone.
 */
export function findWebRoot(from = dirname(fileURLToPath(import.meta.url))): string | null {
  const candidates = [join(from, 'web'), join(from, '..', '..', '..', 'dist', 'web')];
  return candidates.find((folder) => existsSync(join(folder, 'index.html'))) ?? null;
}
