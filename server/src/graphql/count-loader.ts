import DataLoader from 'dataloader'

type Counted = { id: string; count: number }

/**
 * Counts something of sibling objects, given by id, in one query. What `count` leaves out has none. It keeps
 * nothing: a later mutation of the same request may change it.
 */
export function createCountLoader(
  count: (ids: readonly string[]) => Promise<readonly Counted[]>,
): DataLoader<string, number> {
  return new DataLoader(
    async (ids) => {
      const counts = await count([...new Set(ids)])
      const byId = new Map(counts.map((one) => [one.id, one.count]))
      return ids.map((id) => byId.get(id) ?? 0)
    },
    { cache: false },
  )
}
