import { trashDays } from '@tend/server/domain/early-limits'
import type { Place } from '../../places/address.ts'

/** What each kind of place says when it is empty: what it is for, and the one thing to do. */
export const emptyPlaceWords: Record<Place['kind'], { title: string; text: string }> = {
  inbox: {
    title: 'Your inbox is empty',
    text: 'Whatever is on your mind, type it above and press Enter.',
  },
  today: {
    title: 'Nothing left for today',
    text: 'Tasks due or begun appear here.',
  },
  upcoming: {
    title: 'Nothing coming up',
    text: 'Tasks with a date appear here, day by day.',
  },
  all: {
    title: 'Nothing to do',
    text: 'Open tasks of all lists appear here.',
  },
  completed: {
    title: 'Nothing completed yet',
    text: 'Completed tasks appear here, day by day.',
  },
  trash: {
    title: 'No deleted tasks',
    text: `Deleted tasks can be restored for ${trashDays} days.`,
  },
  list: { title: 'This list is empty', text: 'Add the first task above.' },
  tag: {
    title: 'No open tasks here',
    text: 'Tasks with this tag appear here.',
  },
  view: {
    title: 'No matching tasks',
    text: 'Tasks that match appear here.',
  },
  search: { title: 'No matches', text: 'Try fewer or different words.' },
}
