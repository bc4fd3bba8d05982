import type { Place } from '../../places/address.ts'

export type PlaceWords = {
  /** What an empty place says: what it is for, and the one thing to do. */
  empty: { title: string; text: string }
}

/** What the app says in each kind of place. */
export const placeWords: Record<Place['kind'], PlaceWords> = {
  inbox: {
    empty: {
      title: 'Your inbox is empty',
      text: 'Whatever is on your mind, write it down above and press Enter.',
    },
  },
  today: {
    empty: {
      title: 'Nothing left for today',
      text: 'What is due today, or was due before, gathers here.',
    },
  },
  upcoming: {
    empty: {
      title: 'Nothing is coming up',
      text: 'Give a task a due date, and it stands here under its day.',
    },
  },
  all: {
    empty: {
      title: 'Nothing to do',
      text: 'Every open task of every list is shown here, the newest first.',
    },
  },
  completed: {
    empty: { title: 'Nothing completed yet', text: 'What you have done is kept here, day by day.' },
  },
  trash: {
    empty: {
      title: 'No deleted tasks',
      text: 'What you delete stays here for 30 days and can be restored.',
    },
  },
  list: {
    empty: { title: 'This list is empty', text: 'Write its first task down above.' },
  },
  tag: {
    empty: {
      title: 'No open tasks here',
      text: 'Tasks of any list that have this tag gather here.',
    },
  },
  view: {
    empty: {
      title: 'Nothing matches',
      text: 'Tasks that fit this view appear here by themselves.',
    },
  },
  search: {
    empty: { title: 'Nothing found', text: 'Try fewer words, or other ones.' },
  },
}
