import { type Client, createRequest, type TypedDocumentNode } from '@urql/core'
import { getFragmentData } from '../../gql/fragment-masking.ts'
import { describeError } from '../../graphql/error-text.ts'
import { createQueryStore, type QueryState } from '../../graphql/query-store.ts'
import {
  type List,
  ListFields,
  type SavedView,
  SavedViewFields,
  type Tag,
  TagFields,
} from '../documents/fields.ts'
import { MoreLists, MoreTags, MoreViews } from '../documents/rest-of-shell.query.ts'

/** The cursor of each kind after its first hundred; undefined where that is all. */
export type ShellCursors = Record<'lists' | 'tags' | 'savedViews', string | undefined>

export type RestOfShell = {
  lists: readonly List[]
  tags: readonly Tag[]
  savedViews: readonly SavedView[]
  /** Whether more of it is still to come. */
  loading: boolean
  /** Why it couldn't be loaded, as a sentence. */
  problem: string | undefined
}

type Page<Node> = {
  nodes: readonly Node[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

/**
 * Follows what the sidebar shows beyond the first hundred of each kind, page after page, and reports
 * every change of it.
 *
 * @param after the cursor where each kind continues; undefined for one that doesn't
 * @returns the function that ends it
 */
export function followRestOfShell(
  client: Client,
  after: ShellCursors,
  onChange: (rest: RestOfShell) => void,
): () => void {
  const lists = followPages(client, MoreLists, after.lists, publish)
  const tags = followPages(client, MoreTags, after.tags, publish)
  const views = followPages(client, MoreViews, after.savedViews, publish)
  const all = [lists, tags, views]

  function publish(): void {
    onChange({
      lists: lists.read().flatMap(({ nodes }) => getFragmentData(ListFields, nodes)),
      tags: tags.read().flatMap(({ nodes }) => getFragmentData(TagFields, nodes)),
      savedViews: views.read().flatMap(({ nodes }) => getFragmentData(SavedViewFields, nodes)),
      loading: all.some(({ isComplete }) => !isComplete()),
      problem: all.map(({ findProblem }) => findProblem()).find((problem) => problem),
    })
  }

  for (const { begin } of all) begin()
  publish()
  return () => {
    for (const { stop } of all) stop()
  }
}

type Answer<Node> = { page: Page<Node> }

function followPages<Node>(
  client: Client,
  query: TypedDocumentNode<Answer<Node>, { after: string }>,
  first: string | undefined,
  onChange: () => void,
) {
  const pages: { after: string; read: () => QueryState<Answer<Node>>; stop: () => void }[] = []

  function open(after: string): void {
    const store = createQueryStore(client, createRequest(query, { after }), 'cache-first')
    const page = { after, read: store.read, stop: () => {} }
    pages.push(page)
    page.stop = store.subscribe(() => {
      openNext()
      onChange()
    })
    openNext()
  }

  /** Loads the page after the last one, unless that is the end. */
  function openNext(): void {
    const { hasNextPage, endCursor } = pages.at(-1)?.read().data?.page.pageInfo ?? {}
    if (hasNextPage && endCursor && pages.every(({ after }) => after !== endCursor)) open(endCursor)
  }

  return {
    read: () => pages.flatMap((page) => page.read().data?.page ?? []),
    isComplete: () =>
      first === undefined || pages.at(-1)?.read().data?.page.pageInfo.hasNextPage === false,
    findProblem() {
      const error = pages.find(({ read }) => !read().data && read().error)?.read().error
      return error && describeError(error)
    },
    begin() {
      if (first !== undefined) open(first)
    },
    stop() {
      for (const { stop } of pages) stop()
    },
  }
}
