import { expect, test } from 'vitest'
import { toggleTaskItem } from './toggle-task-item.ts'

test.each([
  ['- [ ] milk\n- [x] eggs', 3, '- [x] milk\n- [x] eggs'],
  ['- [ ] milk\n- [x] eggs', 14, '- [ ] milk\n- [ ] eggs'],
  ['1. [X] first', 4, '1. [ ] first'],
  ['-\t[\t] tab', 3, '-\t[x] tab'],
])('in %j the box at %i is ticked or unticked', (markdown, offset, result) => {
  expect(toggleTaskItem(markdown, offset)).toBe(result)
})
