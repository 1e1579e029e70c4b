// What the chores share: where the repository is, how a step is run, and when work can be skipped. Only node: modules
// here, because the first chore of all is to install the others.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Messages of the chores go to stderr: stdout may be a data stream (`jieban deadline --json`). */
export function say(message) {
  process.stderr.write(`${message}\n`);
}

/** Runs one step in the repository's root and ends this process when the step fails. */
export function runStep(title, command, args) {
  say(`\n== ${title}`);
  const { status, signal, error } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit' });
  if (status === 0) return;
  say(`== ${title}: ${error ? error.message : signal ? `ended by ${signal}` : `failed with ${status}`}`);
  process.exit(status || 1);
}

export function requireNode20() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  say(`需要 Node.js 20.19 或更高版本，当前为 ${process.versions.node}。 Node.js 20.19 or newer is needed.`);
  process.exit(1);
}

/** One hash over the names and bytes of files; folders are walked, tests left out because they are never built. */
export function hashContents(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((entry) => listFiles(join(ROOT, entry))).sort()) {
    hash
      .update(`${relative(ROOT, path)}\0`)
      .update(readFileSync(path))
      .update('\0');
  }
  return hash.digest('hex');
}

function listFiles(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules' && !/\.test\.tsx?$/.test(name))
    .flatMap(({ name }) => listFiles(join(path, name)));
}

export const isStamped = (file, stamp) => existsSync(file) && readFileSync(file, 'utf8') === stamp;

export function writeStamp(file, stamp) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, stamp);
}

/**
 * `npm ci` when node_modules is missing or was installed from another lock file. The stamp lies in node_modules, so
 * whatever removes that folder (npm ci itself, to begin with) removes the stamp too.
 */
export function installDependencies() {
  const stampFile = join(ROOT, 'node_modules', '.jieban-lock-hash');
  const stamp = hashContents(['package-lock.json']);
  if (isStamped(stampFile, stamp)) return;
  if (!isInstalledAsLocked()) {
    say('正在安装依赖，首次约需一至两分钟…… Installing dependencies (one or two minutes the first time).');
    rmSync(stampFile, { force: true });
    runStep('npm ci', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  }
  writeStamp(stampFile, stamp);
}

/** Whether an `npm install` by hand left exactly what the lock file asks for; npm writes down last what it installed. */
function isInstalledAsLocked() {
  const read = (path) => JSON.parse(readFileSync(join(ROOT, path), 'utf8')).packages;
  if (!existsSync(join(ROOT, 'node_modules', '.package-lock.json'))) return false;
  const installed = read(join('node_modules', '.package-lock.json'));
  return Object.entries(read('package-lock.json')).every(
    ([path, { version, link, optional, devOptional, peer }]) =>
      !path.includes('node_modules/') ||
      link ||
      installed[path]?.version === version ||
      // Packages for other platforms, and peers that nobody needs, are locked but not installed.
      (installed[path] === undefined && (optional || devOptional || peer)),
  );
}
