import { corpora, readCorpus } from '../server/test/domain/quick-add/corpus.ts'
import { scoreCorpus, tableHead, toRow } from '../server/test/domain/quick-add/score.ts'

// Prints the figures that docs/quick-add.md publishes, and what isn't read as expected. It doesn't print
// misses of held-out corpora: fixing what they show would make the figures mean less.

console.log(tableHead)
const written = corpora.filter((name) => readCorpus(name).length > 0)
const scored = written.map((name) => ({ name, ...scoreCorpus(readCorpus(name)) }))
for (const { name, score } of scored) console.log(toRow(name, score))
for (const { name, misses } of scored.filter(({ name }) => !name.endsWith('held-out'))) {
  for (const { phrase, title, parts, zone, isSilent } of misses) {
    console.log(`\n${name}, ${isSilent ? 'silently wrong' : 'unread'}: ${phrase.text}`)
    console.log(`    expected ${[phrase.title, ...phrase.parts].join(' | ')}`)
    console.log(`    found    ${[title, ...parts].join(' | ')} (${zone})`)
  }
}
