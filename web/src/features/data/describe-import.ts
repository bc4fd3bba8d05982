import type { ImportCounts } from './upload-import.ts'

const nouns = {
  tasks: ['task', 'tasks'],
  lists: ['list', 'lists'],
  tags: ['tag', 'tags'],
  views: ['view', 'views'],
} as const

/** "Added 2 tasks and 1 list. The other 3 things were here already." */
export function describeImport(counts: ImportCounts): string {
  const kinds = Object.keys(nouns) as (keyof typeof nouns)[]
  const added = kinds.flatMap((kind) => {
    const count = counts[kind].added
    return count === 0 ? [] : [`${count.toLocaleString('en')} ${nouns[kind][count === 1 ? 0 : 1]}`]
  })
  if (added.length === 0) return 'Everything in this file is here already. Nothing was changed.'
  const list = new Intl.ListFormat('en-GB').format(added)
  const kept = kinds.reduce((sum, kind) => sum + counts[kind].kept, 0)
  return kept === 0 ? `Added ${list}.` : `Added ${list}. What was here already stayed as it was.`
}
