import { listParts, type Phrase, readAs, type Saying, zones } from './corpus.ts'

/** How a corpus was read: each phrase is counted once, by the worst of its zones. */
export type Score = {
  phrases: number
  /** Title and all parts are right. */
  right: number
  /** Something was recognised that isn't meant, or a word is missing from the title. */
  wrong: number
  /** Something that is meant stays text, where people can see it. */
  unread: number
  /** Phrases in which nothing is to be recognised, and those of them in which something was. */
  empty: number
  falseAlarms: number
}

export type Miss = {
  phrase: Phrase
  title: string
  parts: string[]
  zone: string
  isSilent: boolean
}

/** The morning on which the phrases are read. */
export const corpusMorning = '2026-11-25T10:00'

export function scoreCorpus(phrases: readonly Phrase[]): { score: Score; misses: Miss[] } {
  const misses = phrases.flatMap((phrase) => findWorstMiss(phrase) ?? [])
  const wrong = misses.filter(({ isSilent }) => isSilent)
  const score = {
    phrases: phrases.length,
    right: phrases.length - misses.length,
    wrong: wrong.length,
    unread: misses.length - wrong.length,
    empty: phrases.filter(({ parts }) => parts.length === 0).length,
    falseAlarms: misses.filter(({ phrase }) => phrase.parts.length === 0).length,
  }
  return { score, misses }
}

function findWorstMiss(phrase: Phrase): Miss | undefined {
  const sayings = phrase.saying ? [phrase.saying] : zones.map(sayOnTheMorning)
  const misses = sayings.flatMap((saying) => findMiss(phrase, saying) ?? [])
  return misses.find(({ isSilent }) => isSilent) ?? misses[0]
}

function sayOnTheMorning(timeZone: string): Saying {
  return { wallClock: corpusMorning, timeZone, weekStartsOn: 'MONDAY', dateStyle: 'AUTO' }
}

function findMiss(phrase: Phrase, saying: Saying): Miss | undefined {
  const zone = saying.timeZone
  const read = readAs(phrase.text, saying)
  const parts = listParts(read, zone)
  // A person's own zone isn't named.
  const wanted = phrase.parts.filter((part) => part !== `zone ${zone}`)
  if (read.title === phrase.title && parts.join() === wanted.join()) return undefined
  const words = new Set(read.title.split(' '))
  const keepsTitle = phrase.title.split(' ').every((word) => words.has(word))
  const isSilent = !keepsTitle || parts.some((part) => !wanted.includes(part))
  return { phrase, title: read.title, parts, zone, isSilent }
}

/** The header of the table in docs/quick-add.md, whose rows `toRow` makes. */
export const tableHead = [
  '| corpus | phrases | right | silently wrong | unread | false alarms |',
  '| --- | --- | --- | --- | --- | --- |',
].join('\n')

/** The figures as a row of the table in docs/quick-add.md. */
export function toRow(name: string, score: Score): string {
  const { phrases, right, wrong, unread, empty, falseAlarms } = score
  const shares = [right, wrong, unread].map((part) => `${((100 * part) / phrases).toFixed(1)} %`)
  return `| ${[name, phrases, ...shares, `${falseAlarms} of ${empty}`].join(' | ')} |`
}
