import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'

export type Heading = {
  level: number
  id: string
  /** As HTML, since it may hold code. */
  html: string
}

export type Rendered = {
  html: string
  headings: Heading[]
}

/** Where a link of a document leads among the served pages; undefined: nowhere that is served. */
export type FindAddress = (target: string) => string | undefined

/**
 * The HTML of one of our own documents, in GitHub's Markdown. Headings and the rows of tables that
 * begin with a code can be linked to; links between documents lead to where those are served.
 */
export function renderMarkdown(markdown: string, findAddress: FindAddress): Rendered {
  const headings: Heading[] = []
  const ids = new Set<string>()
  let tables = 0
  const plain = micromark(markdown.replace(/^<!--.*?-->\n/gms, ''), {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  })
  const html = plain
    .replace(/<h([1-6])>(.*?)<\/h\1>/gs, (_all, level, text) => {
      const id = makeFree(slug(text), ids)
      headings.push({ level: Number(level), id, html: text })
      return `<h${level} id="${id}">${text} <a class="here" href="#${id}" aria-label="Link to this part">#</a></h${level}>`
    })
    .replace(/<tr>\n<td><code>([\w:]+)<\/code><\/td>/g, (row, code) =>
      ids.has(code) ? row : row.replace('<tr>', `<tr id="${makeFree(code, ids)}">`),
    )
    .replace(/<a href="([^"]*)">(.*?)<\/a>/gs, (_all, target, text) => {
      const address = findAddress(target)
      return address === undefined ? text : `<a href="${address}">${text}</a>`
    })
    // A header of nothing is no header.
    .replaceAll('<th></th>', '<td></td>')
    // What is wider than the page scrolls by itself, so the keyboard must reach it.
    .replaceAll('<table>', () => {
      tables += 1
      return `<div class="wide" tabindex="0" role="region" aria-label="Table ${tables}"><table>`
    })
    .replaceAll('</table>', '</table></div>')
    .replaceAll('<pre>', '<pre tabindex="0">')
  return { html, headings }
}

/** As GitHub makes them, so that a document's links work there and here. */
function slug(html: string): string {
  const text = html.replace(/<[^>]+>/g, '').replace(/&\w+;/g, '')
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-')
}

function makeFree(id: string, taken: Set<string>): string {
  let free = id
  for (let nth = 1; taken.has(free); nth += 1) free = `${id}-${nth}`
  taken.add(free)
  return free
}
