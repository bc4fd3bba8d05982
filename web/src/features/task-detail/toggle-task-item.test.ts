import { expect, test } from 'vitest'
import { toggleTaskItem } from './toggle-task-item.ts'

test.each([
  ['- [ ] milk\n- [x] eggs', 0, '- [x] milk\n- [x] eggs'],
  ['- [ ] milk\n- [x] eggs', 11, '- [ ] milk\n- [ ] eggs'],
  ['1. [X] first', 0, '1. [ ] first'],
  ['* top\n  * [ ] under', 8, '* top\n  * [x] under'],
  ['- plain [ ] text', 0, '- plain [ ] text'],
])('in %j the item at %i is ticked or unticked', (markdown, offset, result) => {
  expect(toggleTaskItem(markdown, offset)).toBe(result)
})
