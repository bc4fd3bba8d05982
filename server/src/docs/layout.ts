import { encode } from 'micromark-util-encode'
import { sections } from './documents.ts'
import type { Heading } from './markdown.ts'

export type PageContent = {
  /** Below `/docs`. */
  path: string
  title: string
  html: string
  headings: readonly Heading[]
  /** What was searched for. */
  query?: string
}

/** Where the pages' style sheet is, by the digest of its content. */
export type StyleAddress = string

/**
 * A page of the documentation, whole without any script.
 *
 * @param titles of the pages in the navigation, by their path
 */
export function layOut(
  { path, title, html, headings, query = '' }: PageContent,
  titles: ReadonlyMap<string, string>,
  style: StyleAddress,
): string {
  const link = (to: string) => {
    const isHere = to === path ? ' aria-current="page"' : ''
    return `<li><a href="/docs${to}"${isHere}>${encode(titles.get(to) ?? to)}</a></li>`
  }
  const navigation = sections.map(
    ({ name, paths }) => `<h2>${name}</h2>\n<ul>${paths.map(link).join('')}</ul>`,
  )
  const parts = headings.filter(({ level }) => level === 2 || level === 3)
  const contents = parts
    .map(({ id, level, html }) => `<li class="level-${level}"><a href="#${id}">${html}</a></li>`)
    .join('')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${encode(title)} · Tend docs</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${style}">
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header>
<a class="home" href="/docs">Tend docs</a>
<form action="/docs/search" role="search">
<input type="search" name="q" value="${encode(query)}" aria-label="Search the docs" placeholder="Search" maxlength="100" required>
<button>Search</button>
</form>
<a href="/graphql">GraphiQL</a>
</header>
<div class="columns">
<nav aria-label="Documentation">
<details><summary>All pages</summary>
${navigation.join('\n')}
<h2>The schema</h2>
<ul>${link('/reference')}<li><a href="/schema.graphql">schema.graphql</a></li></ul>
</details>
</nav>
<main id="main" tabindex="-1">
${html}
</main>
${parts.length > 1 ? `<aside aria-label="On this page"><h2>On this page</h2>\n<ul>${contents}</ul></aside>` : ''}
</div>
</body>
</html>
`
}
