import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readCorpus } from './corpus.ts'
import { scoreCorpus, toRow } from './score.ts'

const page = readFileSync(new URL('../../../../docs/quick-add.md', import.meta.url), 'utf8')

describe.each(['phrases', 'unseen'])('the corpus “%s”', (name) => {
  const phrases = readCorpus(name)
  const { score, misses } = scoreCorpus(phrases)

  test('is read as a person means it in every zone, but for the misses we know', () => {
    const unknown = misses.filter(({ phrase }) => !phrase.isKnownMiss)
    expect(unknown.map(({ phrase, ...found }) => ({ text: phrase.text, ...found }))).toEqual([])
  })

  test('says of no phrase that it is misread when it is read well', () => {
    const missed = new Set(misses.map(({ phrase }) => phrase))
    const mended = phrases.filter((phrase) => phrase.isKnownMiss && !missed.has(phrase))
    expect(mended.map(({ text }) => text)).toEqual([])
  })

  test('scores what the page says', () => {
    expect(page).toContain(toRow(name, score))
  })

  test('has no phrase twice', () => {
    const texts = phrases.map(({ text }) => text)
    expect(texts.filter((text, nth) => texts.indexOf(text) !== nth)).toEqual([])
  })
})

test('the corpora hold at least 500 phrases, and 120 in which nothing is to be recognised', () => {
  const phrases = ['phrases', 'unseen'].flatMap(readCorpus)
  expect(phrases.length).toBeGreaterThanOrEqual(500)
  expect(phrases.filter(({ parts }) => parts.length === 0).length).toBeGreaterThanOrEqual(120)
})
