import { describe, expect, test } from 'vitest'
import { createOutput } from './output.ts'

function collect(isTTY: boolean, mayColor = true) {
  let written = ''
  const stream = {
    isTTY,
    write: (part: string | Uint8Array) => {
      written += typeof part === 'string' ? part : new TextDecoder().decode(part)
      return true
    },
    once: () => stream,
  }
  return { out: createOutput(stream as never, mayColor), read: () => written }
}

describe('a line', () => {
  test('has colours on a terminal, and nowhere else', () => {
    const piece = { text: 'red', style: 'red' } as const
    for (const [isTTY, mayColor, expected] of [
      [true, true, 'plain \u001b[31mred\u001b[0m\n'],
      [true, false, 'plain red\n'],
      [false, true, 'plain red\n'],
    ] as const) {
      const { out, read } = collect(isTTY, mayColor)
      out.line('plain ', piece)
      expect(read()).toBe(expected)
    }
  })

  test('has no controls of others, with colours or without', () => {
    const { out, read } = collect(true)
    out.line('a\u001b[2Jb', { text: 'c\u009bd\u202ee\u0008', style: 'dim' }, ' two\r\nlines')
    expect(read()).toBe('a\ufffd[2Jb\u001b[2mc\ufffdd\ufffde\ufffd\u001b[0m two lines\n')
  })
})

test('JSON is the same value, and nothing that commands a terminal', () => {
  const { out, read } = collect(true)
  const value = { title: 'a\u001b\u009b\u202e\u2028é“”👍\n' }
  out.json(value)
  expect(read()).toBe('{"title":"a\\u001b\\u009b\\u202e\\u2028é“”👍\\n"}\n')
  expect(JSON.parse(read())).toEqual(value)
})

describe('a file', () => {
  const text = 'a\u001b[2Jb\n\té'
  const bytes = new TextEncoder().encode(text)

  test('is given out as it is', async () => {
    const { out, read } = collect(false)
    await out.file(bytes)
    expect(read()).toBe(text)
  })

  test('is cleaned where a person looks at it, also when a letter comes in two parts', async () => {
    const { out, read } = collect(true)
    await out.file(bytes.subarray(0, -1))
    await out.file(bytes.subarray(-1))
    expect(read()).toBe('a\ufffd[2Jb\n\té')
  })
})
