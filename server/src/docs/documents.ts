import { readdirSync, readFileSync } from 'node:fs'

/** One file of Markdown. */
export type Document = {
  /** Below `/docs`, such as `/errors`. */
  path: string
  title: string
  markdown: string
}

/** What is in the navigation, in this order; everything else is linked to from these. */
export const sections: readonly { name: string; paths: readonly string[] }[] = [
  {
    name: 'For programs',
    paths: [
      '/api',
      '/errors',
      '/guides',
      '/copy',
      '/command-line',
      '/agents',
      '/webhooks',
      '/quick-add',
      '/export',
      '/import',
      '/authentication',
      '/changelog',
    ],
  },
  { name: 'For who runs it', paths: ['/operations', '/security', '/performance', '/scale'] },
]

const folder = new URL('../../../docs/', import.meta.url)

/** All that is written in `docs`. */
export function readDocuments(): Document[] {
  return [...listMarkdown('', '/'), ...listMarkdown('decisions/', '/decisions/')]
}

function listMarkdown(below: string, base: string): Document[] {
  const files = readdirSync(new URL(below, folder)).filter((name) => name.endsWith('.md'))
  return files.sort().map((name) => {
    const markdown = readFileSync(new URL(`${below}${name}`, folder), 'utf8')
    const [, title] = /^# (.+)$/m.exec(markdown) ?? []
    if (!title) throw new Error(`A title was expected in docs/${below}${name}, found none`)
    return { path: `${base}${name.slice(0, -'.md'.length)}`, title, markdown }
  })
}

/**
 * Where a link leads that is in a document.
 *
 * @param from the path of the document
 * @param served all paths that are served below `/docs`
 * @returns undefined when it leads to a file that isn't served
 */
export function findServed(
  target: string,
  from: string,
  served: ReadonlySet<string>,
): string | undefined {
  if (/^(https:\/\/|#|\/)/.test(target)) return target
  const url = URL.parse(target, `http://docs.invalid${from}`)
  const path = url?.pathname.replace(/\.md$/, '')
  if (!url || path === undefined || !served.has(path)) return undefined
  return `/docs${path}${url.hash}`
}
