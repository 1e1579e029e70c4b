// Which folder may import which (the direction of the house). `npm run lint:imports` fails on anything else.
/** @param {string} from @param {string[]} allowed */
const only = (from, allowed, comment) => ({
  name: `${from.replace('/', '-')}-imports`,
  severity: 'error',
  comment,
  from: { path: `^${from}/src/` },
  to: { path: '^(packages|services)/', pathNot: [from, ...allowed].map((a) => `^${a}/`) },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'A cycle means two files are one subject.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'unresolvable',
      severity: 'error',
      comment: 'An import that resolves to nothing.',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(virtual:|.*\\?raw$)' },
    },
    only('packages/domain', [], 'The rules stand alone: no I/O, no other package.'),
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'The rules use no library and no node: module; Luxon is the witness in their tests.',
      from: { path: '^packages/domain/src/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev'] },
    },
    only('packages/contracts', ['packages/domain'], 'Contracts know domain types and zod.'),
    only(
      'packages/application',
      ['packages/domain', 'packages/contracts/src/jobs'],
      'Use cases see the rules, the job payloads and their own ports.',
    ),
    {
      name: 'application-no-drivers',
      severity: 'error',
      comment: 'A use case reaches the world through its ports.',
      from: { path: '^packages/application/src/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev'] },
    },
    only('packages/runtime', [], 'Runtime knows no business.'),
    only(
      'packages/db',
      ['packages/domain', 'packages/application', 'packages/contracts', 'packages/runtime'],
      'An adapter sees the ports, not its siblings.',
    ),
    only(
      'packages/jobs',
      ['packages/domain', 'packages/application', 'packages/contracts', 'packages/runtime'],
      'An adapter sees the ports, not its siblings.',
    ),
    only(
      'packages/mail',
      ['packages/domain', 'packages/application', 'packages/contracts', 'packages/runtime'],
      'An adapter sees the ports, not its siblings.',
    ),
    only(
      'packages/hotline',
      ['packages/domain', 'packages/application', 'packages/contracts', 'packages/runtime'],
      'An adapter sees the ports, not its siblings.',
    ),
    only(
      'packages/classification',
      ['packages/domain', 'packages/application'],
      'An adapter sees the ports, not its siblings.',
    ),
    only(
      'packages/letters',
      ['packages/domain', 'packages/application'],
      'An adapter sees the ports, not its siblings.',
    ),
    {
      name: 'services-apart',
      severity: 'error',
      comment: 'No service imports another.',
      from: { path: '^services/([^/]+)/' },
      to: { path: '^services/', pathNot: '^services/$1/' },
    },
    {
      name: 'packages-below-services',
      severity: 'error',
      comment: 'Packages know no service.',
      from: { path: '^packages/' },
      to: { path: '^services/' },
    },
    only('services/web', ['packages/contracts', 'packages/domain'], 'The screens see contracts and pure rules only.'),
    {
      name: 'web-features-apart',
      severity: 'error',
      comment: 'Features never import each other.',
      from: { path: '^services/web/src/features/([^/]+)/' },
      to: { path: '^services/web/src/features/', pathNot: '^services/web/src/features/$1/' },
    },
    {
      name: 'bullmq-in-jobs-only',
      severity: 'error',
      comment: 'packages/jobs is the only place that knows BullMQ.',
      from: { pathNot: '^packages/jobs/' },
      to: { path: 'node_modules/bullmq' },
    },
    {
      name: 'sql-in-db-only',
      severity: 'error',
      comment: 'packages/db is the only place with SQL.',
      from: { path: '^(packages|services)/', pathNot: '^packages/(db|jobs|runtime)/' },
      to: { path: 'node_modules/(drizzle-orm|postgres|pg)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules/\\.cache)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
