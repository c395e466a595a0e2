// What may import what. The floors are read from architecture.json; docs/architecture.md draws them.
const { bands } = require('./architecture.json')

const floors = bands.flatMap((band) => band.floors)
const modules = floors.flat()
/** Matches nothing: keeps the list of the topmost floor from being empty. */
const never = '(?!)'
const any = (names) => `(?:${names.join('|')})`

const modulesFolder = '^server/src/modules/'
const inModules = `${modulesFolder}([^/]+)/`
const doors = `${modulesFolder}[^/]+/index\\.ts$`
/** Decisions, the types they speak of and the words they know: no clock, no disk, no database. */
const pure = '(\\.(rules|types)|-words)\\.ts$'
/** What is there for tests: it may reach further than the product, and the product may not reach it. */
const forTests = '\\.(test|stories|fixtures)\\.tsx?$|/testing/'
/** Wiring: stands above the modules and puts them together. */
const composition = '^server/src/(app|main|prepare-organisation)\\.ts$|^server/src/(process|demo|cli)/'

/** Types alone are no bond: they are gone when the program runs. */
const atRunTime = { dependencyTypesNot: ['type-only'] }

/** A module may import from the floors below its own, never from its own or a higher one. */
const floorRules = floors.flatMap((floor, level) =>
  floor.map((name) => ({
    name: `floors-${name}`,
    comment: `${name} may import only modules of the floors below it (architecture.json). What it wants of others is an event, or belongs elsewhere.`,
    severity: 'error',
    from: { path: `${modulesFolder}${name}/`, pathNot: forTests },
    to: {
      path: `${modulesFolder}${any(
        floors
          .slice(level)
          .flat()
          .filter((other) => other !== name)
          .concat(never),
      )}/`,
    },
  })),
)

module.exports = {
  forbidden: [
    ...floorRules,
    {
      name: 'known-modules',
      comment: 'A module has a floor in architecture.json.',
      severity: 'error',
      from: { path: inModules, pathNot: `${modulesFolder}${any(modules)}/` },
      to: {},
    },
    {
      name: 'doors-between-modules',
      comment: 'A module is entered by its index.ts only.',
      severity: 'error',
      from: { path: inModules },
      to: { path: modulesFolder, pathNot: [`${modulesFolder}$1/`, doors] },
    },
    {
      name: 'doors-from-outside',
      comment: 'A module is entered by its index.ts only, also from app.ts, the process, the demo, the command line and the tests.',
      severity: 'error',
      from: { pathNot: modulesFolder },
      to: { path: modulesFolder, pathNot: doors },
    },
    {
      name: 'platform-knows-no-module',
      comment: 'The platform knows no business: what it needs of a module is handed to it by app.ts.',
      severity: 'error',
      from: { path: '^server/src/platform/', pathNot: forTests },
      to: { path: `${modulesFolder}|${composition}` },
    },
    {
      name: 'rules-are-pure',
      comment:
        'Decisions take values and give values: *.rules.ts, *.types.ts and *-words.ts run nothing but each other, the contract and the failures.',
      severity: 'error',
      from: { path: `^server/.*${pure}` },
      to: { pathNot: [pure, '^contract/src/', '^server/src/platform/(failure|paging)\\.ts$', 'node_modules/zod/'], ...atRunTime },
    },
    {
      name: 'only-queries-touch-sql',
      comment:
        'SQL is in *.queries.ts, in row conditions (*.access.ts, identity/access/row-scope.ts) and in the parts of the platform that work the database.',
      severity: 'error',
      from: {
        path: '^server/src/',
        pathNot: [
          forTests,
          '\\.(queries|access)\\.ts$',
          '/migrations/',
          `${modulesFolder}identity/access/row-scope\\.ts$`,
          '^server/src/platform/(database|postgres|outbox|jobs|live|backup)/',
          '^server/src/process/database-server\\.ts$',
        ],
      },
      to: { path: 'node_modules/(kysely|pg|pg-[^/]+|graphile-worker)/', ...atRunTime },
    },
    {
      name: 'migrations-stand-alone',
      comment: 'A migration is frozen: what it imported would change under it.',
      severity: 'error',
      from: { path: '/migrations/[^/]+\\.ts$', pathNot: '^server/src/platform/database/migrations/0001-platform\\.ts$' },
      to: {},
    },
    {
      name: 'contract-stands-on-zod',
      comment: 'The contract runs in the browser and in the server: nothing but zod and the Jalali calendar.',
      severity: 'error',
      from: { path: '^contract/src/', pathNot: forTests },
      to: { pathNot: ['^contract/src/', 'node_modules/(zod|jalaali-js|@types/jalaali-js)/'] },
    },
    {
      name: 'statistics-stands-alone',
      comment:
        'The statistics are a package of their own, of use to others: nothing of the product, no dependency, of Node only its threads.',
      severity: 'error',
      from: { path: '^statistics/src/', pathNot: forTests },
      to: { pathNot: ['^statistics/src/', '^(node:)?worker_threads$'] },
    },
    {
      name: 'web-and-server-are-strangers',
      comment: 'The browser and the server meet in the contract only.',
      severity: 'error',
      from: { path: '^(web|server|contract)/' },
      to: { path: '^(web|server)/', pathNot: '^$1/' },
    },
    {
      name: 'only-app-wires',
      comment: "A module's routes and reactions leave by its door and are put together in app.ts.",
      severity: 'error',
      from: { pathNot: [`${inModules}index\\.ts$`, '\\.(routes|reactions)\\.ts$', forTests] },
      to: { path: '\\.(routes|reactions)\\.ts$' },
    },
    {
      name: 'only-the-process-opens-apps',
      comment: 'app.ts is the one composition root: the process and the tests open it, nothing below knows it.',
      severity: 'error',
      from: { path: '^server/src/', pathNot: ['^server/src/process/', forTests] },
      to: { path: '^server/src/app\\.ts$', ...atRunTime },
    },
    {
      name: 'modules-know-no-composition',
      comment: 'A module is put together by others; it does not know by whom.',
      severity: 'error',
      from: { path: modulesFolder, pathNot: forTests },
      to: { path: composition },
    },
    {
      name: 'features-never-import-features',
      comment: 'A screen of one module knows no other; the route that needs both composes them.',
      severity: 'error',
      from: { path: '^web/src/modules/([^/]+)/' },
      to: { path: '^web/src/modules/', pathNot: '^web/src/modules/$1/' },
    },
    {
      name: 'routes-compose',
      comment: 'Modules and the frame are put together by web/src/routes; they do not know it.',
      severity: 'error',
      from: { path: '^web/src/(?!routes/|main\\.tsx)' },
      to: { path: '^web/src/routes/' },
    },
    {
      name: 'ui-knows-no-module',
      comment: 'Buttons, tables and fields know no business: neither modules, nor the frame, nor the server.',
      severity: 'error',
      from: { path: '^web/src/(ui|i18n|persian)/' },
      to: { path: '^web/src/(modules|shell)/' },
    },
    {
      name: 'frame-knows-no-module',
      comment: 'The frame shows what the routes give it.',
      severity: 'error',
      from: { path: '^web/src/(shell|api)/' },
      to: { path: '^web/src/modules/' },
    },
    {
      name: 'no-cycles',
      comment: 'Files that need each other are one file, or one of them holds what belongs to a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'Nobody imports this file and it imports nothing: it is not part of the product.',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', '/migrations/', '\\.config\\.'] },
      to: {},
    },
    {
      name: 'product-without-tests',
      comment: 'What is there for tests is not shipped.',
      severity: 'error',
      from: { path: '^(contract|server|statistics|web)/src/', pathNot: [forTests, '^web/src/kit/'] },
      to: { path: forTests },
    },
    {
      name: 'resolvable',
      comment: 'An import that cannot be found.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(web|server)/dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts', '.json', '.css'],
    },
    moduleSystems: ['es6'],
  },
}
