#!/usr/bin/env node
// The `jieban` command. In a checkout the bundles are brought up to date first; an installed image has only dist/.
import { existsSync } from 'node:fs';

const build = new URL('../../../scripts/build.mjs', import.meta.url);
if (existsSync(build)) {
  const { buildBundles } = await import(build.href);
  await buildBundles();
}
await import(new URL('../../../dist/jieban.mjs', import.meta.url).href);
