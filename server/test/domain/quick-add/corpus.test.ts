import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { corpora, readCorpus } from './corpus.ts'
import { scoreCorpus, tableHead, toRow } from './score.ts'

const page = readFileSync(new URL('../../../../docs/quick-add.md', import.meta.url), 'utf8')

describe.each(corpora)('the corpus “%s”', (name) => {
  const phrases = readCorpus(name)
  const { score, misses } = scoreCorpus(phrases)
  // Developers of the grammar read only its figures and no phrase of it, not even in a failing
  // test.
  const isHeldOut = name.endsWith('held-out')

  test('is read as a person means it in every zone, except for known misses', () => {
    const unknown = misses.filter(({ phrase }) => !phrase.isKnownMiss)
    expect(
      unknown.map(({ phrase, ...found }) =>
        isHeldOut ? 'a miss' : { text: phrase.text, ...found },
      ),
    ).toEqual([])
  })

  test('lists no phrase as misread that is read correctly', () => {
    const missed = new Set(misses.map(({ phrase }) => phrase))
    const mended = phrases.filter((phrase) => phrase.isKnownMiss && !missed.has(phrase))
    expect(mended.map(({ text }) => (isHeldOut ? 'read well' : text))).toEqual([])
  })

  test('has the scores that the document says', () => {
    expect(page).toContain(tableHead)
    if (phrases.length > 0) expect(page).toContain(toRow(name, score))
  })

  test('contains no phrase twice', () => {
    const texts = phrases.map(({ text }) => text)
    expect(texts.filter((text, nth) => texts.indexOf(text) !== nth)).toEqual([])
  })

  test('has only days, times, zones, rules, signs and reminders after a title', () => {
    const known =
      /^(?:(?:from )?\d{4}-\d\d-\d\d|\d\d:\d\d|zone \S+|FREQ=\S+|after|![A-Z]+|#.+|@.+|remind (?:\d+|\d{4}-\d\d-\d\dT\d\d:\d\d))$/u
    const odd = phrases.flatMap(({ text, parts }) =>
      parts.filter((part) => !known.test(part)).map((part) => `${text}: ${part}`),
    )
    expect(odd).toEqual([])
  })
})

test('the corpora contain at least 1,500 phrases, and 350 in which nothing is to be recognised', () => {
  const phrases = corpora.flatMap(readCorpus)
  expect(phrases.length).toBeGreaterThanOrEqual(1500)
  expect(phrases.filter(({ parts }) => parts.length === 0).length).toBeGreaterThanOrEqual(350)
})
