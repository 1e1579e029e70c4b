// `npm test`: everything that must hold, from a fresh clone. Installs what is missing, then checks and tests.
//
//   npm test                           all checks and all tests (what CI runs)
//   npm test -- --project unit         arguments go to vitest: a subset, without lint and type check
import { join } from 'node:path';
import { installDependencies, requireNode20, ROOT, runStep } from './repository.mjs';

const vitestArguments = process.argv.slice(2);
const isSubset = vitestArguments.length > 0;
const isUnitOnly = /(^| )--project[= ]unit( |$)/.test(vitestArguments.join(' '));
const bin = (name) => join(ROOT, 'node_modules', '.bin', name);

requireNode20();
installDependencies();
// The integration and browser tests talk to real servers. Absent ones are installed, never skipped.
if (!isUnitOnly) runStep('Debian packages', 'bash', ['scripts/install-debian-packages.sh']);
if (!isSubset) {
  runStep('docker-compose.yml', 'docker-compose', ['-f', 'docker-compose.yml', 'config', '--quiet']);
  runStep('lint', 'npm', ['run', '--silent', 'lint']);
  runStep('types', 'npm', ['run', '--silent', 'typecheck']);
}
if (!isUnitOnly) runStep('build', process.execPath, ['scripts/build.mjs']);
// One after the other: servers that are killed and a browser at the same time would make a slow machine fail tests that
// hold.
if (isSubset) runStep('tests', bin('vitest'), ['run', ...vitestArguments]);
else
  for (const project of ['unit', 'integration', 'e2e'])
    runStep(`${project} tests`, bin('vitest'), ['run', '--project', project]);
