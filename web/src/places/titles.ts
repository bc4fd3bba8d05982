import type { Place } from './address.ts'

const titles: Partial<Record<Place['kind'], string>> = {
  inbox: 'Inbox',
  today: 'Today',
  upcoming: 'Upcoming',
  all: 'All',
  completed: 'Completed',
  trash: 'Trash',
  search: 'Search',
}

/** The title of a place that everybody has; undefined for those with names of their own. */
export function fixedTitle(place: Place): string | undefined {
  return titles[place.kind]
}
