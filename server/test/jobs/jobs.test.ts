import { expect, test } from 'vitest'
import { jobs } from '../../src/jobs/jobs.ts'

test('every job has a unique name, by which its turns are claimed', () => {
  const names = jobs.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(names).toContain('clean-up')
})
