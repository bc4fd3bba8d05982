import { useMemo } from 'react'
import { useShell } from '../../model/shell/use-shell.ts'
import type { Names } from './filter-sentence.ts'

/** The names of the person's lists and tags. */
export function useNames(): Names {
  const { lists, archivedLists, tags } = useShell()
  return useMemo(
    () => new Map([...lists, ...archivedLists, ...tags].map(({ id, name }) => [id, name])),
    [lists, archivedLists, tags],
  )
}
