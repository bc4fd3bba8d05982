import { listParts, type Phrase, readAt, zones } from './corpus.ts'

/** How a corpus was read, in all zones together. */
export type Score = {
  phrases: number
  /** Read exactly as expected in every zone: title and all parts. */
  exact: number
  /** Of the parts that were recognised, how many are right (0 to 1). */
  precision: number
  /** Of the parts that were expected, how many were recognised (0 to 1). */
  recall: number
  /** Phrases in which nothing is to be recognised, and those of them in which something was. */
  empty: number
  falseAlarms: number
}

export type Miss = { phrase: Phrase; title: string; parts: string[]; zone: string }

/** The morning on which the phrases are said. */
export const corpusMorning = '2026-11-25T10:00'

export function scoreCorpus(phrases: readonly Phrase[]): { score: Score; misses: Miss[] } {
  const misses: Miss[] = []
  let [found, expected, right] = [0, 0, 0]
  for (const zone of zones) {
    for (const phrase of phrases) {
      const read = readAt(phrase.text, corpusMorning, zone)
      const parts = listParts(read, zone)
      // A zone that is one's own is not said.
      const wanted = phrase.parts.filter((part) => part !== `zone ${zone}`)
      found += parts.length
      expected += wanted.length
      right += parts.filter((part) => wanted.includes(part)).length
      const isExact = read.title === phrase.title && parts.join() === wanted.join()
      if (!isExact) misses.push({ phrase, title: read.title, parts, zone })
    }
  }
  const missed = new Set(misses.map(({ phrase }) => phrase))
  const empty = phrases.filter(({ parts }) => parts.length === 0)
  const score = {
    phrases: phrases.length,
    exact: phrases.length - missed.size,
    precision: right / found,
    recall: right / expected,
    empty: empty.length,
    falseAlarms: empty.filter((phrase) => missed.has(phrase)).length,
  }
  return { score, misses }
}

/** The figures as a row of the table in docs/quick-add.md. */
export function toRow(name: string, score: Score): string {
  const percent = (part: number) => `${(100 * part).toFixed(1)} %`
  const { phrases, exact, precision, recall, empty, falseAlarms } = score
  const alarms = `${falseAlarms} of ${empty}`
  return `| ${[name, phrases, exact, percent(precision), percent(recall), alarms].join(' | ')} |`
}
