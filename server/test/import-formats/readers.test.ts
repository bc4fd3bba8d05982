import { expect, test } from 'vitest'
import { readSample, sayTasks } from './read-sample.ts'
import { samples } from './samples.ts'

test.each(Object.keys(samples))('%s is read with every field in its place', (name) => {
  const sample = samples[name]
  if (!sample) throw new Error('no such sample')
  const { preview } = readSample(sample)
  const notes = preview.notes.map(
    ({ message, examples }) => `! ${message} (${examples.join('; ')})`,
  )
  expect([preview.sources.join(), ...sayTasks(sample), ...notes].join('\n')).toMatchSnapshot()
})
