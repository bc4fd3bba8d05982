import { useEffect } from 'react'
import { useShell } from '../../model/shell/use-shell.ts'
import type { Place } from '../../places/address.ts'
import { fixedTitle } from '../../places/titles.ts'

export type PlaceTitle =
  | { kind: 'known'; title: string }
  /** The list, tag or view doesn't exist, or not any more. */
  | { kind: 'missing' }
  | { kind: 'loading' }
  /** It couldn't be loaded. */
  | { kind: 'unknown'; problem: string; retry: () => void }

/** What a place is called; the page's title says it too. */
export function usePlaceTitle(place: Place): PlaceTitle {
  const { lists, archivedLists, tags, savedViews, loading, problem, isWhole, restProblem, retry } =
    useShell()
  const owned = { list: [...lists, ...archivedLists], tag: tags, view: savedViews }
  const named = 'id' in place ? owned[place.kind].find(({ id }) => id === place.id) : undefined
  const title = fixedTitle(place) ?? named?.name
  const isNamed = named !== undefined

  useEffect(() => {
    // A name that somebody gave may be written in the other direction (FSI and PDI of Unicode’s UAX #9).
    const isolated = isNamed ? `\u2068${title}\u2069` : title
    document.title = title === undefined ? 'Tend' : `${isolated} · Tend`
  }, [title, isNamed])

  if (title !== undefined) return { kind: 'known', title }
  const trouble = problem ?? restProblem
  if (trouble !== undefined) return { kind: 'unknown', problem: trouble, retry }
  return loading || !isWhole ? { kind: 'loading' } : { kind: 'missing' }
}
