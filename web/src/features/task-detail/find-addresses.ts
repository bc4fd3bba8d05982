import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal'
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal'
import { findNotesTarget } from './notes-link.ts'

export type Address = {
  /** As it stands in the text. */
  text: string
  url: string
}

// A title is no Markdown: only its addresses mean something, and that something is code.
const nothingElse = {
  disable: {
    null: [
      'attention',
      'blockQuote',
      'characterEscape',
      'characterReference',
      'codeFenced',
      'codeIndented',
      'definition',
      'headingAtx',
      'htmlFlow',
      'htmlText',
      'labelEnd',
      'labelStartImage',
      'labelStartLink',
      'list',
      'setextUnderline',
      'thematicBreak',
    ],
  },
}

/** The addresses in a title, each once: what would be a link in the notes by itself. */
export function findAddresses(title: string): Address[] {
  const tree = fromMarkdown(title, {
    extensions: [gfmAutolinkLiteral(), nothingElse],
    mdastExtensions: [gfmAutolinkLiteralFromMarkdown()],
  })
  return [...new Map(listLinks(tree).map((address) => [address.url, address])).values()]
}

function listLinks(node: Nodes): Address[] {
  if (node.type === 'link') {
    const url = findNotesTarget(node.url)
    const [label] = node.children
    return url && label?.type === 'text' ? [{ text: label.value, url }] : []
  }
  return 'children' in node ? node.children.flatMap(listLinks) : []
}
