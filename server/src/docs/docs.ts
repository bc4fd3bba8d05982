import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql'
import { findServed, readDocuments, sections } from './documents.ts'
import { type Example, linkToGraphiql, readExamples } from './examples.ts'
import { layOut } from './layout.ts'
import { writeLlmsText } from './llms-text.ts'
import { renderMarkdown } from './markdown.ts'
import { listReference } from './reference.ts'
import { createSearch, cutIntoParts, type Part, type Search } from './search.ts'

export type ServedText = {
  mediaType: string
  text: string
}

/** The documentation, ready to be served to anybody. */
export type Docs = {
  /** By their whole path. */
  files: ReadonlyMap<string, ServedText>
  /** The page with what is found. */
  search(query: string): string
}

/** Renders all of `docs` and the reference of the schema: a second of work, a page in each turn. */
export async function makeDocs(schema: GraphQLSchema): Promise<Docs> {
  const documents = readDocuments()
  const api = documents.find(({ path }) => path === '/api')
  const examples = readExamples(api?.markdown ?? '')
  const pages = [...documents, ...listReference(schema, examples)]
  const titles = new Map(pages.map(({ path, title }) => [path, title]))
  const served = new Set(titles.keys())
  const files = new Map<string, ServedText>()
  const style = addStyle(files)
  const parts: Part[] = []
  for (const { path, title, markdown } of pages) {
    await nextTurn()
    const { html, headings } = renderMarkdown(markdown, (to) => findServed(to, path, served))
    const tried = addLinksToGraphiql(html, path === '/api' ? examples : [])
    const text = layOut({ path, title, html: tried, headings }, titles, style)
    files.set(`/docs${path}`, { mediaType: 'text/html', text })
    files.set(`/docs${path}.md`, { mediaType: 'text/markdown', text: markdown })
    parts.push(...cutIntoParts(path, title, html))
  }
  const start = { path: '', title: 'Tend docs', html: printStart(titles), headings: [] }
  files.set('/docs', { mediaType: 'text/html', text: layOut(start, titles, style) })
  const sdl = printSchema(lexicographicSortSchema(schema))
  files.set('/schema.graphql', { mediaType: 'text/plain', text: `${sdl}\n` })
  files.set('/llms.txt', { mediaType: 'text/plain', text: writeLlmsText(documents) })
  return { files, search: createSearchPage(createSearch(parts), titles, style) }
}

function createSearchPage(find: Search, titles: ReadonlyMap<string, string>, style: string) {
  return (query: string) =>
    layOut(
      { path: '/search', title: 'Search', html: find(query), headings: [], query },
      titles,
      style,
    )
}

function addStyle(files: Map<string, ServedText>): string {
  const text = readFileSync(new URL('docs.css', import.meta.url), 'utf8')
  const digest = createHash('sha256').update(text).digest('base64url').slice(0, 16)
  const address = `/docs/style.${digest}.css`
  files.set(address, { mediaType: 'text/css', text })
  return address
}

/** Behind each example, and the JSON that it takes. */
function addLinksToGraphiql(html: string, examples: readonly Example[]): string {
  let nth = 0
  return html.replace(
    /<pre tabindex="0"><code class="language-graphql">.*?<\/code><\/pre>/gs,
    (block) => {
      const example = examples[nth]
      nth += 1
      if (!example) return block
      return `${block}\n<p class="try"><a href="${linkToGraphiql(example)}">Try it in GraphiQL</a></p>`
    },
  )
}

function printStart(titles: ReadonlyMap<string, string>): string {
  const lists = sections.map(({ name, paths }) => {
    const links = paths.map((path) => `<li><a href="/docs${path}">${titles.get(path)}</a></li>`)
    return `<h2>${name}</h2>\n<ul>${links.join('')}</ul>`
  })
  return `<h1>Tend docs</h1>
<p>Whatever the app can do, your program can do. Begin with <a href="/docs/api">the GraphQL API</a>,
or try things out in <a href="/graphql">GraphiQL</a>.</p>
${lists.join('\n')}
<h2>The schema</h2>
<ul><li><a href="/docs/reference">The reference by type</a></li><li><a href="/schema.graphql">schema.graphql</a></li></ul>`
}
