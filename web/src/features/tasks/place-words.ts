import { trashDays } from '@tend/server/domain/limits'
import type { Place } from '../../places/address.ts'

/** What each kind of place says when it is empty: what it is for, and the one thing to do. */
export const emptyPlaceWords: Record<Place['kind'], { title: string; text: string }> = {
  inbox: {
    title: 'Your inbox is empty',
    text: 'Whatever is on your mind, write it down above and press Enter.',
  },
  today: {
    title: 'Nothing left for today',
    text: 'What is due today, or was due before, gathers here.',
  },
  upcoming: {
    title: 'Nothing is coming up',
    text: 'Give a task a due date, and it stands here under its day.',
  },
  all: {
    title: 'Nothing to do',
    text: 'Every open task of every list is shown here, the newest first.',
  },
  completed: {
    title: 'Nothing completed yet',
    text: 'What you have done is kept here, day by day.',
  },
  trash: {
    title: 'No deleted tasks',
    text: `What you delete stays here for ${trashDays} days and can be restored.`,
  },
  list: { title: 'This list is empty', text: 'Write its first task down above.' },
  tag: {
    title: 'No open tasks here',
    text: 'Tasks of any list that have this tag gather here.',
  },
  view: {
    title: 'Nothing matches',
    text: 'Tasks that fit this view appear here by themselves.',
  },
  search: { title: 'Nothing found', text: 'Try fewer words, or other ones.' },
}
