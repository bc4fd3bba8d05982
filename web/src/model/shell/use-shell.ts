'use client'

import { createContext, useContext } from 'react'
import type { List, SavedView, Tag } from '../documents/fields.ts'

export type Shell = {
  lists: readonly List[]
  archivedLists: readonly List[]
  tags: readonly Tag[]
  savedViews: readonly SavedView[]
  /** Whether the first answer is still to come. */
  loading: boolean
  /** Why there is nothing to show, as a sentence. */
  problem: string | undefined
  /** Whether all is loaded, also what is beyond the first hundred of each. */
  isWhole: boolean
  /** Why the rest couldn't be loaded, as a sentence. */
  restProblem: string | undefined
  retry: () => void
}

export const ShellContext = createContext<Shell | undefined>(undefined)

/** The person's lists, tags and views in their order, the inbox among the lists. */
export function useShell(): Shell {
  const shell = useContext(ShellContext)
  if (!shell) throw new Error('useShell needs a ShellProvider above: put one there.')
  return shell
}
