import { type Document, sections } from './documents.ts'

/**
 * The documentation for programs that read text: where each page is as Markdown, and what it is about.
 * https://llmstxt.org
 */
export function writeLlmsText(documents: readonly Document[]): string {
  const byPath = new Map(documents.map((document) => [document.path, document]))
  const lists = sections.map(({ name, paths }) => {
    const lines = paths.flatMap((path) => byPath.get(path) ?? []).map(describe)
    return `## ${name}\n\n${lines.join('\n')}\n`
  })
  return `# Tend

> A to-do service. Whatever its app can do, a program can do by its GraphQL API at /graphql, with an access token as bearer.

Each page is Markdown at the addresses below, and HTML at the same addresses without ".md". The schema is one file, [schema.graphql](/schema.graphql); each of its types has a page, such as [Task](/docs/reference/Task.md).

${lists.join('\n')}`
}

function describe({ path, title, markdown }: Document): string {
  return `- [${title}](/docs${path}.md): ${readFirstSentence(markdown)}`
}

/** Of the first paragraph under the title, without its links. */
export function readFirstSentence(markdown: string): string {
  const [, paragraph = ''] = markdown.split(/\n\s*\n/)
  const plain = paragraph.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/\s+/g, ' ')
  return /^.*?[.:](?= [A-Z]|$)/.exec(plain)?.[0] ?? plain
}
