import { readFileSync } from 'node:fs'
import { type GraphQLSchema, introspectionFromSchema } from 'graphql'
import type { HttpExchange } from './http-exchange.ts'
import { forever, type KeptFile, keepFile, sendFile } from './kept-file.ts'

/** The files of GraphiQL's bundle, besides the package's main function. */
type Bundle = {
  js: string
  css: string
  editorWorkerService: string
  graphqlWorker: string
  jsonWorker: string
}

export type ExplorerOptions = {
  schema: GraphQLSchema
  /** The origins of the web app's pages, which may pass a token to GraphiQL. */
  appOrigins: readonly string[]
}

type Explorer = {
  page: KeptFile
  /** By the name in their address. */
  files: ReadonlyMap<string, KeptFile>
}

/** Where the page's scripts and styles are; each address contains the digest of its content. */
export const graphiqlFolder = '/graphiql/'

let made: Promise<Explorer> | undefined

/**
 * GraphiQL, from our own bundle. The page is for everybody; what it sends needs a token, which the app
 * passes to it when it was opened from there (`graphiql-start.js`).
 */
export async function answerGraphiql(
  exchange: HttpExchange,
  options: ExplorerOptions,
): Promise<void> {
  made ??= makeExplorer(options)
  const { page } = await made
  await sendFile(exchange, page, { 'content-security-policy': contentSecurityPolicy })
}

/** @returns false when there is no such file */
export async function answerGraphiqlFile(
  exchange: HttpExchange,
  options: ExplorerOptions,
): Promise<boolean> {
  made ??= makeExplorer(options)
  const file = (await made).files.get(exchange.url.pathname.slice(graphiqlFolder.length))
  if (!file) return false
  await sendFile(exchange, file, forever)
  return true
}

// Scripts of another origin never see a token. Nothing else at our origin has a type that runs as a script,
// and `nosniff` makes browsers respect the type.
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Nine megabytes, so they are only read at the first request. */
async function makeExplorer({ schema, appOrigins }: ExplorerOptions): Promise<Explorer> {
  const entry = import.meta.resolve('@graphql-yoga/render-graphiql')
  const bundle: Bundle = await import(new URL('graphiql.js', entry).href)
  const files = new Map<string, KeptFile>()
  const add = (name: string, mediaType: string, content: string): string => {
    const file = keepFile(mediaType, content)
    const [stem, ending] = name.split('.')
    const path = `${stem}.${file.digest}.${ending}`
    files.set(path, file)
    return `${graphiqlFolder}${path}`
  }
  const script = (name: string, content: string) => add(`${name}.js`, 'text/javascript', content)
  const start = readFileSync(new URL('graphiql-start.js', import.meta.url), 'utf8')
  const settings = {
    appOrigins,
    schema: add('schema.json', 'application/json', JSON.stringify(introspect(schema))),
    workers: {
      editorWorkerService: script('editor', bundle.editorWorkerService),
      graphql: script('graphql', bundle.graphqlWorker),
      json: script('json', bundle.jsonWorker),
    },
  }
  const page = keepFile(
    'text/html',
    `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Tend API</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${add('graphiql.css', 'text/css', bundle.css)}">
<script type="application/json" id="settings">${JSON.stringify(settings).replaceAll('<', '\\u003c')}</script>
<script defer src="${script('start', start)}"></script>
<script defer src="${script('graphiql', bundle.js)}"></script>
</head>
<body class="no-focus-outline">
<noscript>GraphiQL needs JavaScript. <a href="/docs">The documentation</a> doesn’t.</noscript>
<div id="root"></div>
</body>
</html>
`,
  )
  return { page, files }
}

function introspect(schema: GraphQLSchema) {
  return introspectionFromSchema(schema, {
    schemaDescription: true,
    inputValueDeprecation: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
  })
}
