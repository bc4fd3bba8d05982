import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldCase } from '../../src/domain/text/fold-case.ts'
import { checkTagName, tagNameKey } from '../../src/domain/text/tag-name.ts'

test.each([
  ['another case', 'ADMIN'],
  ['full-width letters', 'ａｄｍｉｎ'],
  ['a zero-width space', 'ad\u200bmin'],
  ['a zero-width joiner', 'ad\u200dmin'],
  ['a soft hyphen', 'ad\u00admin'],
  ['a word joiner at the end', 'admin\u2060'],
  ['a variation selector', 'admin\ufe0f'],
  ['a variation selector of the supplement', 'a\u{e0100}dmin'],
  ['tags that show nothing', 'admin\u{e0061}'],
  ['a Hangul filler', 'admin\u3164'],
  ['a direction mark', '\u200eadmin'],
])('admin with %s is the tag admin', (_, name) => {
  expect(tagNameKey(name)).toBe('admin')
})

test.each([
  ['doubled spaces', 'deep  work', 'deep work'],
  ['a tab for a space', 'deep\twork', 'deep work'],
  ['a no-break space', 'deep\u00a0work', 'deep work'],
  ['an invisible sign between spaces', 'deep \u200b work', 'deep work'],
  ['ß and ss', 'STRASSE', 'Straße'],
  ['a final sigma', 'ΟΔΟΣ', 'οδος'],
  ['how an emoji is shown', '❤', '❤\ufe0f'],
])('%s make no second tag', (_, one, other) => {
  expect(tagNameKey(one)).toBe(tagNameKey(other))
})

test.each([
  ['a picture made of two, and the two', '👩‍💻', '👩💻'],
  ['the flags of England and Scotland', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
  ['skin tones', '👍🏽', '👍'],
  ['words and one word', 'deep work', 'deepwork'],
  ['the dotless i', 'ılık', 'ilik'],
])('%s are two tags', (_, one, other) => {
  expect(tagNameKey(one)).not.toBe(tagNameKey(other))
})

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(
      ...['a', 'B', 'ß', 'ẞ', 'Σ', 'ς', 'İ', 'ı', 'ǰ', 'ΐ', 'ﬃ', 'K', ' ', '\u00a0', '\u200b'],
      ...['\u200d', '\ufe0f', '👩', '💻', '🏴', '\u{e0067}', '🏽', '\u0301', '\u0345', '\u3164'],
    ),
    maxLength: 20,
  }),
)

test('a key is its own key, and folding a folded text changes nothing', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const key = tagNameKey(text)
      expect(tagNameKey(key)).toBe(key)
      expect(foldCase(foldCase(text))).toBe(foldCase(text))
    }),
    { numRuns: 2_000 },
  )
})

test('a name that may be a tag has a key', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const checked = checkTagName(text)
      if (checked.ok) expect(checked.value.nameKey).not.toBe('')
    }),
  )
})
