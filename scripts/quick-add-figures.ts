import { readCorpus } from '../server/test/domain/quick-add/corpus.ts'
import { scoreCorpus, toRow } from '../server/test/domain/quick-add/score.ts'

// Prints the figures that docs/quick-add.md publishes, and what isn't read as expected.

console.log('| corpus | phrases | exactly right | precision | recall | false alarms |')
console.log('| --- | --- | --- | --- | --- | --- |')
for (const name of ['phrases', 'unseen']) {
  const { score, misses } = scoreCorpus(readCorpus(name))
  console.log(toRow(name, score))
  const byPhrase = new Map(misses.map((miss) => [miss.phrase, miss]))
  for (const { phrase, title, parts, zone } of byPhrase.values()) {
    console.log(`    ${phrase.text}`)
    console.log(`        expected ${[phrase.title, ...phrase.parts].join(' | ')}`)
    console.log(`        found    ${[title, ...parts].join(' | ')} (${zone})`)
  }
}
