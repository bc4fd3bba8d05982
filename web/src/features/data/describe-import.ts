import type { ImportCounts } from './upload-import.ts'

const nouns = {
  tasks: ['task', 'tasks'],
  lists: ['list', 'lists'],
  tags: ['tag', 'tags'],
  views: ['view', 'views'],
} as const

type Kind = keyof typeof nouns
const kinds = Object.keys(nouns) as Kind[]

/** "Added 2 tasks and 1 list. What was here already stayed as it was. 3 tasks are in the trash." */
export function describeImport(counts: ImportCounts): string {
  const { tasks, lists } = counts
  const added = listCounts((kind) => counts[kind].added)
  const restored = listCounts((kind) => counts[kind as 'tasks'].restored ?? 0)
  const trashed = listCounts((kind) => counts[kind as 'tasks'].inTrash ?? 0)
  const kept = kinds.reduce((sum, kind) => sum + counts[kind].kept, 0)
  const isOne = tasks.inTrash + lists.inTrash === 1
  const sentences = [
    added && `Added ${added}.`,
    restored && `Restored ${restored} from the trash.`,
    added && kept > 0 && !restored && 'What was here already stayed as it was.',
    !added &&
      !restored &&
      !trashed &&
      'Everything in this file is here already. Nothing was changed.',
    !added && !restored && trashed && 'Nothing was added.',
    trashed && `${trashed} of this file ${isOne ? 'is' : 'are'} in the trash.`,
  ]
  return sentences.filter(Boolean).join(' ')
}

/** What can be restored. */
export function countTrashed({ tasks, lists }: ImportCounts): number {
  return tasks.inTrash + lists.inTrash
}

function listCounts(countOf: (kind: Kind) => number): string {
  const parts = kinds.flatMap((kind) => {
    const count = countOf(kind)
    return count === 0 ? [] : [`${count.toLocaleString('en')} ${nouns[kind][count === 1 ? 0 : 1]}`]
  })
  return new Intl.ListFormat('en-GB').format(parts)
}
