import { expect, test } from 'vitest'
import { type OutlineTask, writeMarkdown, writeText } from './outline.ts'

const task = (title: string, more: Partial<OutlineTask> = {}): OutlineTask => ({
  ...{ title, description: null, completed: false, subtasks: [] },
  ...more,
})

const trip = task('Trip', {
  description: 'Bring *both*\n\npassports',
  subtasks: [
    task('Pack', { completed: true, subtasks: [task('Socks', { description: 'Warm ones' })] }),
    task('Go'),
  ],
})

test('As text, each task is a line, and a subtask is indented', () => {
  expect(writeText([trip, task('Rest')])).toBe(
    ['Trip', '  Pack', '    Socks', '  Go', 'Rest'].join('\n'),
  )
})

test('As Markdown, tasks are a check list with their notes', () => {
  expect(writeMarkdown([trip, task('Rest')])).toBe(
    [
      '- [ ] Trip',
      '    Bring *both*',
      '    passports',
      '    - [x] Pack',
      '        - [ ] Socks',
      '            Warm ones',
      '    - [ ] Go',
      '- [ ] Rest',
    ].join('\n'),
  )
})
