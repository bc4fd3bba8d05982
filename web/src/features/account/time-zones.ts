export type TimeZoneGroup = {
  region: string
  zones: { id: string; label: string }[]
}

/**
 * Zones by continent or ocean, each under the name of its place: "Los Angeles" under "America".
 * `current` is always among them, also where it is one that this runtime goes by another name for.
 */
export function groupTimeZones(ids: readonly string[], current: string): TimeZoneGroup[] {
  const groups = new Map<string, TimeZoneGroup>()
  for (const id of [...new Set([...ids, current, 'UTC'])].sort()) {
    const slash = id.indexOf('/')
    const region = slash < 0 ? 'Other' : id.slice(0, slash)
    const group = groups.get(region) ?? { region, zones: [] }
    groups.set(region, group)
    group.zones.push({ id, label: nameTimeZone(id) })
  }
  return [...groups.values()]
}

/** The place that a zone is named after: "Los Angeles". */
export function nameTimeZone(id: string): string {
  return id
    .slice(id.indexOf('/') + 1)
    .replaceAll('_', ' ')
    .replaceAll('/', ', ')
}
