/**
 * The rooms of the command line, the client, the server and the web app, from the lowest up, and which rooms each may import. A
 * room is a folder or a file; an import belongs to the room with the longest path that it begins with, and `.`
 * has the files of no other room. `type x` allows only x's types, and no code that runs. Unused permissions are
 * rejected too, so that this list shows the code as it is.
 */
export type Room = {
  imports: readonly string[]
  /** Packages, or beginnings of their names, that don't belong in it. */
  withoutPackages?: readonly string[]
}

/** Packages that code for browsers must never import. */
const onServers = ['node:', 'kysely', 'pg', 'nodemailer', 'next/headers']

const serverRooms: Readonly<Record<string, Room>> = {
  domain: { imports: [], withoutPackages: ['node:', '@tend/', 'graphql', 'kysely'] },
  'error-reasons.ts': { imports: ['type auth'] },
  'errors.ts': { imports: ['type auth', 'domain', 'type error-reasons.ts'] },
  'unchanged-since.ts': { imports: ['errors.ts'] },
  'secret.ts': { imports: [] },
  'gather.ts': { imports: [] },
  'hand-out.ts': { imports: [] },
  'seal.ts': { imports: [] },
  outgoing: { imports: [] },
  mail: { imports: ['domain', 'gather.ts', 'hand-out.ts', 'seal.ts'] },
  'env.ts': { imports: ['type budget', 'domain', 'type http', 'mail', 'secret.ts'] },
  'logger.ts': { imports: ['domain', 'type env.ts'] },
  'tables.ts': {
    imports: [
      'type account',
      'type changes',
      'type deliveries',
      'type feeds',
      'type idempotency',
      'type lists',
      'type push',
      'type sessions',
      'type tags',
      'type tasks',
      'type tokens',
      'type views',
      'type webhooks',
    ],
  },
  db: { imports: ['domain', 'errors.ts', 'type logger.ts', 'tables.ts'] },
  auth: { imports: ['domain', 'errors.ts', 'type error-reasons.ts', 'type logger.ts'] },
  telemetry: { imports: ['db', 'domain', 'type errors.ts'] },
  idempotency: { imports: ['type changes', 'type db', 'domain', 'errors.ts'] },
  deliveries: { imports: ['gather.ts', 'hand-out.ts', 'type logger.ts'] },
  docs: { imports: [] },
  graphql: {
    imports: [
      'auth',
      'type budget',
      'type changes',
      'db',
      'domain',
      'errors.ts',
      'idempotency',
      'type loaders.ts',
      'type logger.ts',
      'type mail',
      'type push',
      'type telemetry',
      'type webhooks',
    ],
  },
  budget: { imports: ['type auth', 'domain', 'errors.ts', 'graphql', 'type logger.ts'] },
  account: { imports: ['type db', 'domain', 'errors.ts', 'graphql', 'mail'] },
  sessions: { imports: ['auth', 'db', 'domain', 'errors.ts', 'graphql'] },
  tokens: {
    imports: ['account', 'auth', 'type db', 'domain', 'errors.ts', 'graphql', 'mail', 'sessions'],
  },
  push: {
    imports: ['type db', 'domain', 'errors.ts', 'graphql', 'outgoing', 'sessions'],
  },
  lists: { imports: ['db', 'domain', 'errors.ts', 'graphql', 'idempotency', 'unchanged-since.ts'] },
  tags: { imports: ['db', 'domain', 'errors.ts', 'graphql', 'idempotency', 'unchanged-since.ts'] },
  tasks: {
    imports: [
      'account',
      'db',
      'domain',
      'type error-reasons.ts',
      'errors.ts',
      'graphql',
      'idempotency',
      'lists',
      'type tables.ts',
      'tags',
      'unchanged-since.ts',
    ],
  },
  jobs: { imports: ['type db', 'domain', 'type logger.ts', 'mail', 'tasks'] },
  reminders: {
    imports: [
      'db',
      'deliveries',
      'domain',
      'errors.ts',
      'graphql',
      'type logger.ts',
      'mail',
      'push',
      'tasks',
    ],
  },
  views: {
    imports: ['db', 'domain', 'errors.ts', 'graphql', 'idempotency', 'tasks', 'unchanged-since.ts'],
  },
  'quick-add': {
    imports: ['account', 'type db', 'domain', 'errors.ts', 'graphql', 'lists', 'tags', 'tasks'],
  },
  changes: {
    imports: [
      'auth',
      'db',
      'domain',
      'type error-reasons.ts',
      'errors.ts',
      'graphql',
      'type lists',
      'sessions',
      'type tags',
      'tasks',
      'tokens',
      'type views',
    ],
  },
  feeds: {
    imports: [
      'account',
      'auth',
      'changes',
      'type db',
      'domain',
      'errors.ts',
      'graphql',
      'mail',
      'sessions',
      'tasks',
      'views',
    ],
  },
  webhooks: {
    imports: [
      'account',
      'changes',
      'db',
      'deliveries',
      'domain',
      'errors.ts',
      'graphql',
      'type logger.ts',
      'mail',
      'outgoing',
      'seal.ts',
      'sessions',
    ],
  },
  transfer: {
    imports: [
      'type auth',
      'account',
      'changes',
      'db',
      'domain',
      'errors.ts',
      'feeds',
      'lists',
      'tags',
      'tasks',
      'views',
    ],
  },
  'import-formats': { imports: ['domain', 'errors.ts', 'transfer'] },
  // Does everything by operations of the API, which the endpoint runs for it.
  mcp: { imports: ['type auth', 'domain'] },
  'loaders.ts': { imports: ['type db', 'type graphql', 'lists', 'tags', 'tasks'] },
  http: {
    imports: [
      'auth',
      'type budget',
      'db',
      'docs',
      'domain',
      'type error-reasons.ts',
      'errors.ts',
      'feeds',
      'graphql',
      'import-formats',
      'type logger.ts',
      'mcp',
      'type reminders',
      'type telemetry',
      'transfer',
    ],
  },
  '.': {
    imports: [
      'account',
      'auth',
      'budget',
      'changes',
      'db',
      'type deliveries',
      'domain',
      'env.ts',
      'type errors.ts',
      'feeds',
      'graphql',
      'http',
      'jobs',
      'lists',
      'loaders.ts',
      'logger.ts',
      'mail',
      'push',
      'quick-add',
      'reminders',
      'sessions',
      'tags',
      'tasks',
      'telemetry',
      'tokens',
      'type transfer',
      'views',
      'webhooks',
    ],
  },
}

const webRooms: Readonly<Record<string, Room>> = {
  gql: { imports: [] },
  time: { imports: ['server/domain'], withoutPackages: onServers },
  keyboard: { imports: [], withoutPackages: onServers },
  ui: {
    imports: ['server/domain', 'keyboard', 'time'],
    withoutPackages: [...onServers, 'urql', '@urql/core'],
  },
  places: { imports: ['ui'], withoutPackages: onServers },
  'auth/rules': { imports: ['server/domain'], withoutPackages: onServers },
  'auth/browser': { imports: ['type auth'], withoutPackages: onServers },
  graphql: {
    imports: ['server/domain', 'auth/browser', 'type gql', 'time'],
    withoutPackages: onServers,
  },
  model: {
    imports: ['server/domain', 'gql', 'graphql', 'type places', 'time', 'ui'],
    withoutPackages: onServers,
  },
  // Has types of its own: `npm run check` reads it as a worker, not as a page.
  'service-worker': {
    imports: ['server/domain', 'type installed', 'places', 'time'],
    withoutPackages: [...onServers, 'react', 'urql'],
  },
  installed: { imports: ['graphql', 'model', 'places'], withoutPackages: onServers },
  'task-fields': {
    imports: ['server/domain', 'type gql', 'installed', 'keyboard', 'model', 'time', 'ui'],
    withoutPackages: onServers,
  },
  'features/access-tokens': {
    imports: ['server/domain', 'gql', 'graphql', 'ui'],
    withoutPackages: onServers,
  },
  'features/account': {
    imports: ['server/domain', 'auth/browser', 'gql', 'graphql', 'model', 'time', 'ui'],
    withoutPackages: onServers,
  },
  'features/data': {
    imports: ['server/domain', 'auth/browser', 'gql', 'graphql', 'model', 'ui'],
    withoutPackages: onServers,
  },
  'features/feeds': {
    imports: ['gql', 'graphql', 'ui'],
    withoutPackages: onServers,
  },
  'features/keyboard': { imports: ['keyboard', 'ui'], withoutPackages: onServers },
  'features/local-mail': { imports: ['type server/mail', 'ui'], withoutPackages: onServers },
  'features/notifications': {
    imports: ['server/domain', 'gql', 'graphql', 'installed', 'time', 'ui'],
    withoutPackages: onServers,
  },
  'features/own-places': {
    imports: ['server/domain', 'gql', 'graphql', 'model', 'places', 'time', 'ui'],
    withoutPackages: onServers,
  },
  'features/palette': {
    imports: ['server/domain', 'gql', 'graphql', 'keyboard', 'model', 'places', 'time', 'ui'],
    withoutPackages: onServers,
  },
  'features/quick-add': {
    imports: ['server/domain', 'gql', 'graphql', 'model', 'places', 'task-fields', 'time', 'ui'],
    withoutPackages: onServers,
  },
  'features/reminders': {
    imports: [
      'server/domain',
      'gql',
      'graphql',
      'installed',
      'keyboard',
      'model',
      'places',
      'time',
      'ui',
    ],
    withoutPackages: onServers,
  },
  'features/sessions': { imports: ['gql', 'graphql', 'ui'], withoutPackages: onServers },
  'features/settings': { imports: ['ui'], withoutPackages: onServers },
  'features/shell': { imports: ['graphql', 'places', 'ui'], withoutPackages: onServers },
  'features/sidebar': {
    imports: ['keyboard', 'model', 'places', 'ui'],
    withoutPackages: onServers,
  },
  'features/sign-in': {
    imports: ['server/domain', 'type auth', 'auth/browser', 'auth/rules', 'ui'],
    withoutPackages: onServers,
  },
  'features/task-detail': {
    imports: [
      'server/domain',
      'gql',
      'graphql',
      'keyboard',
      'model',
      'places',
      'task-fields',
      'time',
      'ui',
    ],
    withoutPackages: onServers,
  },
  'features/tasks': {
    imports: [
      'server/domain',
      'type gql',
      'keyboard',
      'model',
      'places',
      'task-fields',
      'time',
      'ui',
    ],
    withoutPackages: onServers,
  },
  'features/trash': {
    imports: ['graphql', 'model', 'places', 'ui'],
    withoutPackages: onServers,
  },
  'features/views': {
    imports: ['server/domain', 'type gql', 'graphql', 'model', 'places', 'ui'],
    withoutPackages: onServers,
  },
  'features/welcome': {
    imports: ['type gql', 'graphql', 'model', 'ui'],
    withoutPackages: onServers,
  },
  'features/webhooks': {
    imports: ['server/domain', 'gql', 'graphql', 'ui'],
    withoutPackages: onServers,
  },
  'tasks-app': {
    imports: [
      'features/account',
      'features/keyboard',
      'features/own-places',
      'features/palette',
      'features/quick-add',
      'features/reminders',
      'features/settings',
      'features/shell',
      'features/sidebar',
      'features/task-detail',
      'features/tasks',
      'features/trash',
      'features/views',
      'features/welcome',
      'gql',
      'graphql',
      'installed',
      'keyboard',
      'model',
      'places',
      'task-fields',
      'time',
      'ui',
    ],
    withoutPackages: onServers,
  },
  'env.ts': {
    imports: ['server/domain', 'server/secret.ts', 'type auth', 'auth/rules', 'server/mail'],
  },
  auth: {
    imports: [
      'server/auth',
      'server/db',
      'server/domain',
      'auth/browser',
      'auth/rules',
      'env.ts',
      'server/mail',
    ],
  },
  'page-frame.ts': { imports: [] },
  'security-headers.ts': { imports: [] },
  pages: {
    imports: [
      'auth',
      'auth/browser',
      'env.ts',
      'features/account',
      'features/shell',
      'graphql',
      'keyboard',
      'model',
      'page-frame.ts',
      'places',
      'security-headers.ts',
      'tasks-app',
      'time',
      'ui',
    ],
  },
  app: {
    imports: [
      'auth',
      'auth/browser',
      'auth/rules',
      'env.ts',
      'features/access-tokens',
      'features/account',
      'features/data',
      'features/feeds',
      'features/keyboard',
      'features/local-mail',
      'features/notifications',
      'features/sessions',
      'features/settings',
      'features/sign-in',
      'features/webhooks',
      'graphql',
      'keyboard',
      'server/mail',
      'page-frame.ts',
      'places',
      'security-headers.ts',
      'ui',
    ],
  },
  '.': {
    imports: [
      'server/db',
      'server/domain',
      'server/http',
      'auth',
      'auth/rules',
      'env.ts',
      'security-headers.ts',
    ],
  },
}

// Published without the others, so it imports nothing of them, and nothing that only a server has.
const clientRooms: Readonly<Record<string, Room>> = {
  '.': { imports: [], withoutPackages: [...onServers, 'graphql'] },
}

// Knows of Tend what every program does: it speaks to the API, by the client.
const cliRooms: Readonly<Record<string, Room>> = {
  'environment.ts': { imports: [] },
  'failure.ts': { imports: [] },
  terminal: { imports: ['type api'] },
  account: { imports: ['environment.ts', 'failure.ts'] },
  'command.ts': { imports: ['type environment.ts', 'failure.ts', 'type terminal'] },
  api: { imports: ['client', 'account', 'environment.ts', 'failure.ts'] },
  commands: { imports: ['client', 'account', 'api', 'command.ts', 'failure.ts', 'terminal'] },
  '.': {
    imports: [
      'client',
      'account',
      'api',
      'command.ts',
      'commands',
      'environment.ts',
      'failure.ts',
      'terminal',
    ],
  },
}

/** The rooms by their paths from the root of the repository, which `imports` uses too. */
export const rooms: Readonly<Record<string, Room>> = {
  ...toPaths('client', clientRooms),
  ...toPaths('cli', cliRooms),
  ...toPaths('server', serverRooms),
  ...toPaths('web', webRooms),
}

function toPaths(
  side: 'cli' | 'client' | 'server' | 'web',
  named: typeof serverRooms,
): Record<string, Room> {
  const toPath = (name: string) =>
    name.startsWith('server/')
      ? name.replace('server/', 'server/src/')
      : name === 'client'
        ? 'client/src'
        : name === '.'
          ? `${side}/src`
          : `${side}/src/${name}`
  return Object.fromEntries(
    Object.entries(named).map(([name, room]) => [
      toPath(name),
      {
        ...room,
        imports: room.imports.map((entry) =>
          entry.startsWith('type ') ? `type ${toPath(entry.slice(5))}` : toPath(entry),
        ),
      },
    ]),
  )
}
