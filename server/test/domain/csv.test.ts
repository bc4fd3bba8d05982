import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvLine, csvList } from '../../src/domain/text/csv.ts'

test.each([
  [['a', 'b'], 'a,b'],
  [['', null, undefined], ',,'],
  [['a,b'], '"a,b"'],
  [['say "hi"'], '"say ""hi"""'],
  [['two\nlines'], '"two\nlines"'],
  [['a\rb'], '"a\rb"'],
  [[' spaces '], ' spaces '],
  [['=1+1'], "'=1+1"],
  [['+49 30 1234'], "'+49 30 1234"],
  [['-2 kg'], "'-2 kg"],
  [['@home'], "'@home"],
  [['\t1'], "'\t1"],
  [['\t=1'], "'\t'=1"],
  [['\r=1'], `"'\r'=1"`],
  [['\n=1'], `"'\n'=1"`],
  [['a;=1'], "a;'=1"],
  [['a; "=1'], `"a; ""'=1"`],
  [['a;b\t-1'], "a;b\t'-1"],
  [['milk\n- bread'], `"milk\n'- bread"`],
  [['a;b, c-d'], '"a;b, c-d"'],
  [["'=1"], "''=1"],
  [['＝1'], "'＝1"],
  [['=HYPERLINK("http://x","y")'], '"\'=HYPERLINK(""http://x"",""y"")"'],
  [['1=1'], '1=1'],
])('the cells %j make the line %s', (cells, line) => {
  expect(csvLine(cells)).toBe(`${line}\r\n`)
})

test('reading the text as RFC 4180 says returns what was written, and no cell begins a formula', () => {
  const cell = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...`=+-@"\t\r\n,a;' `) }))
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
      const read = readLine(csvLine(cells))
      expect(read.filter((text) => /^[=+\-@\t\r\n]/.test(text))).toEqual([])
      // Programs that split cells at semicolons or tabs find no formula either.
      const parted = csvLine(cells)
        .slice(0, -2)
        .split(/[;\t\r\n]/)
      const inner = parted.slice(1).map((text) => text.replace(/^[" ]*/, ''))
      expect(inner.filter((text) => /^[=+\-@]/.test(text))).toEqual([])
      expect(read.map(takeApostrophesOut)).toEqual(cells)
    }),
  )
})

function takeApostrophesOut(text: string): string {
  return text.replace(/^'(?='*[=+\-@\t\r\n])/, '').replace(/([;\t\r\n][" ]*)'(?='*[=+\-@])/g, '$1')
}

test.each([
  [[], ''],
  [['home', 'errand'], 'home, errand'],
  [['errands, small', 'a "b"'], '"errands, small", "a ""b"""'],
])('the texts %j make one cell %s', (texts, cell) => {
  expect(csvList(texts)).toBe(cell)
})

/** RFC 4180 section 2, in short. */
function readLine(line: string): string[] {
  const cells = [...line.slice(0, -2).matchAll(/(?:"((?:[^"]|"")*)"|([^,"]*))(,|$)/g)]
  const last = cells.findIndex(([, , , comma]) => comma === '')
  return cells
    .slice(0, last + 1)
    .map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '')
}
