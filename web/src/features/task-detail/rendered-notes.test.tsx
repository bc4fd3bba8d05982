import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { RenderedNotes } from './rendered-notes.tsx'
import { toggleTaskItem } from './toggle-task-item.ts'

const render = (text: string) =>
  renderToStaticMarkup(<RenderedNotes text={text} onChange={() => {}} />)

/** The positions of the boxes that a person sees, and whether they are ticked, from top to bottom. */
function readBoxes(text: string) {
  const html = render(text)
  const offsets = [...html.matchAll(/<li[^>]* data-box="(\d+)"/g)].map(([, offset]) =>
    Number(offset),
  )
  const ticked = [...html.matchAll(/<input type="checkbox"[^>]*?( checked="")?\/>/g)].map(([tag]) =>
    tag.includes('checked'),
  )
  return { offsets, ticked }
}

function expectEachBoxToBeItsOwn(text: string, count: number) {
  const { offsets, ticked } = readBoxes(text)
  expect(offsets, text).toHaveLength(count)
  expect(ticked, text).toHaveLength(count)
  for (const [nth, offset] of offsets.entries()) {
    const others = ticked.map((is, at) => (at === nth ? !is : is))
    expect(readBoxes(toggleTaskItem(text, offset)).ticked, text).toEqual(others)
  }
}

test.each([
  ['tight', '- [ ] a\n- [x] b\n- [ ] c', 3],
  ['loose', '- [ ] a\n\n- [x] b\n\n  more of b\n\n- [ ] c', 3],
  ['nested', '- [ ] a\n  - [x] b\n    - [ ] c\n- [ ] d', 4],
  ['numbered', '1. [ ] a\n2. [x] b\n10) [ ] c', 3],
  ['in a quotation', '> - [ ] a\n> - [x] b\n>\n> > 1. [ ] c', 3],
  ['in an item without a box', '- a\n  - [ ] b\n- [x] c', 2],
  ['in an item of an item', '- - [ ] a\n- 1. - [x] b', 2],
  [
    'beside code',
    '- `[ ]` no\n- [ ] `[ ]` a\n\n      - [ ] code\n\n```\n- [ ] code\n```\n- [x] b',
    2,
  ],
  ['with Windows line ends', '- [ ] a\r\n- [x] b\r\n\r\n- [ ] c\r\n  - [ ] d', 4],
  ['after tabs', '-\t[ ] a\n-\t[x] b\n\t-\t[ ] c', 3],
  ['before strong words and links', '- [ ] **a**\n- [x] [b](https://example.org)\n- [ ] *c*', 3],
  ['on a line below its bullet', '-\n  [ ] a\n-\n  [x] b', 2],
  ['after a byte order mark', '\uFEFF- [ ] a\n- [x] b', 2],
  ['behind what looks like one', 'see - [ ] here\n\n- x [ ] no\n- [ ] a', 1],
])('each box of a list is ticked by itself: %s', (_name, text, count) => {
  if (text.startsWith('\uFEFF')) expect(readBoxes(text)).toEqual(readBoxes(text.slice(1)))
  else expectEachBoxToBeItsOwn(text, count)
})

test('and so it is whatever is around them', () => {
  const indent = fc.constantFrom('', '  ', '    ', '\t', '> ', '> > ')
  const lead = fc.constantFrom('- ', '* ', '1. ', '2) ', '-\t', '- - ', '')
  const box = fc.constantFrom('[ ] ', '[x] ', '[X] ', '')
  const words = fc.constantFrom(
    'milk',
    '`[ ]`',
    '**b** [ ]',
    '```',
    '',
    '[ ]',
    '[a](b)',
    '# x',
    '---',
  )
  const line = fc.tuple(indent, lead, box, words).map((parts) => parts.join(''))
  const text = fc
    .tuple(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n', '\n\n'))
    .map(([lines, end]) => lines.join(end))
  fc.assert(
    fc.property(text, (notes) => expectEachBoxToBeItsOwn(notes, readBoxes(notes).ticked.length)),
  )
})

test('a line break stays one', () => {
  expect(render('Anna: 1\nBen: 2')).toContain('Anna: 1<br/>\nBen: 2')
  expect(render('- Main Street 1\n  12345 Town')).toContain('Main Street 1<br/>\n12345 Town')
})

test('what mustn’t be followed is text, and what leads to a program is a link to it', () => {
  expect(render('[run](javascript:alert\\(1\\)) [there](/list/1)')).toContain('<p>run there</p>')
  expect(render('[Ben](tel:+491) <obsidian://open?vault=a>')).toContain(
    '<p><a href="tel:+491">Ben</a> <a href="obsidian://open?vault=a">obsidian://open?vault=a</a></p>',
  )
  expect(render('https://example.org')).toContain('target="_blank"')
  expect(render('![plan](data:image/png;base64,x)')).toContain('<p>plan</p>')
})
