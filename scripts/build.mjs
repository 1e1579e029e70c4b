// Builds dist/: one bundle per process (api, mailbox, worker, jieban) and the web app. Skips what is up to date.
//
//   node scripts/build.mjs [--skip-web]
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashContents, isStamped, ROOT, runStep, say, writeStamp } from './repository.mjs';

const DIST = join(ROOT, 'dist');
const BUNDLES = { api: 'api', mailbox: 'mailbox', worker: 'worker', jieban: 'cli' };
const BUNDLE_SOURCES = [
  'packages',
  ...Object.values(BUNDLES).map((service) => `services/${service}/src`),
  'scripts/build.mjs',
  'package-lock.json',
];
const WEB_SOURCES = [
  ...['src', 'public', 'index.html', 'vite.config.ts', 'package.json'].map((name) => `services/web/${name}`),
  'packages/contracts/src',
  'packages/domain/src',
  'package-lock.json',
];

/** A thread of the worker's has a file of its own beside it (services/worker/src/mail-reader-thread.ts). */
const MAIL_READER = { in: join(ROOT, 'services/worker/src/mail-reader.ts'), out: 'mail-reader' };

/**
 * Packages of the house are bundled, because their TypeScript does not run under Node 20. Packages from npm stay
 * outside, because some hold native code. Those that npm nested below one workspace (another version stands at the
 * root) are bundled too: from dist/ Node would find the root's version.
 */
const keepNpmPackagesOutside = {
  name: 'keep-npm-packages-outside',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, async (args) => {
      if (args.kind === 'entry-point' || args.pluginData === 'asked' || args.path.startsWith('@jieban/')) return;
      const { path } = await build.resolve(args.path, {
        kind: args.kind,
        importer: args.importer,
        resolveDir: args.resolveDir,
        pluginData: 'asked',
      });
      const isNested = path.startsWith(ROOT + sep) && !path.startsWith(join(ROOT, 'node_modules') + sep);
      return isNested ? undefined : { path: args.path, external: true };
    });
  },
};

/** Bundles all processes when a source changed since the last time. */
export async function buildBundles() {
  const stampFile = join(DIST, '.stamp-bundles');
  const stamp = hashContents(BUNDLE_SOURCES);
  if (isStamped(stampFile, stamp)) return;
  say('正在构建服务…… Building the services.');
  const { build, stop } = await import('esbuild');
  const shared = {
    absWorkingDir: ROOT,
    outdir: DIST,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: 'linked',
    plugins: [keepNpmPackagesOutside],
    // Bundled CommonJS needs a `require`; stack traces in the log should name our sources.
    banner: {
      js: "import { createRequire as jiebanCreateRequire } from 'node:module'; const require = jiebanCreateRequire(import.meta.url); process.setSourceMapsEnabled(true);",
    },
    logLevel: 'warning',
  };
  const entry = ([out, service]) => ({ in: join(ROOT, 'services', service, 'src', 'main.ts'), out });
  const { jieban, ...processes } = BUNDLES;
  const results = await Promise.all([
    build({ ...shared, entryPoints: [...Object.entries(processes).map(entry), MAIL_READER] }),
    // The command loads each of its subcommands when it is called; in one file all their drivers would load at once.
    // The chunks lie beside it, so that a path relative to import.meta.url means the same in all of them.
    build({ ...shared, entryPoints: [entry(['jieban', jieban])], splitting: true, chunkNames: 'jieban-[name]-[hash]' }),
  ]).catch(() => {
    say('构建失败，原因见上。 The build failed; the reason is above.');
    process.exit(1);
  });
  // `npm start` goes on in this process; esbuild's helper process would stay as long as it does.
  await stop();
  const files = results.flatMap(({ outputFiles }) => outputFiles);
  // The entries last: whoever starts from a new one finds its chunks.
  files.sort((a, b) => Number(isChunk(b.path)) - Number(isChunk(a.path)));
  for (const { path, contents } of files) await replaceFile(path, contents);
  await removeOldFiles(new Set(files.map(({ path }) => basename(path))));
  writeStamp(stampFile, stamp);
}

const isChunk = (path) => /^jieban-.*\.mjs(\.map)?$/.test(basename(path));

/** Put in place at once: another process may be starting from the old file. */
async function replaceFile(path, contents) {
  await mkdir(DIST, { recursive: true });
  const draft = join(DIST, `.${basename(path)}.${process.pid}`);
  await writeFile(draft, contents);
  await rename(draft, path);
}

/** Builds the web app when a source changed since the last time. */
export async function buildWeb() {
  const stampFile = join(DIST, '.stamp-web');
  const stamp = hashContents(WEB_SOURCES);
  if (isStamped(stampFile, stamp)) return;
  say('正在构建网页…… Building the web app.');
  await rm(stampFile, { force: true });
  runStep('vite build', process.execPath, [
    join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js'),
    'build',
    '--logLevel=warn',
    join(ROOT, 'services', 'web'),
  ]);
  writeStamp(stampFile, stamp);
}

/** Chunks and drafts of earlier builds, after an hour: a command that is running may still load one of them. */
async function removeOldFiles(current) {
  for (const name of await readdir(DIST)) {
    if (current.has(name) || !(isChunk(name) || /^\..*\.mjs(\.map)?\.\d+$/.test(name))) continue;
    const { mtimeMs } = await stat(join(DIST, name)).catch(() => ({ mtimeMs: Infinity }));
    if (mtimeMs < Date.now() - 3_600_000) await rm(join(DIST, name), { force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildBundles();
  if (!process.argv.includes('--skip-web')) await buildWeb();
}
