import { textLimits } from '../limits.ts'
import { checkTagName, tagNameKey } from '../text/tag-name.ts'
import type { Finding, Named } from './finding.ts'
import type { Scene } from './phrase.ts'
import { closingQuotes } from './written-reference.ts'

/** Names of the person's lists or tags, by the form in which they are compared. */
export type KnownNames = {
  readonly byKey: ReadonlyMap<string, Named>
  /** The number of words in the longest name. */
  readonly maxWords: number
}

/**
 * What an unknown name must begin with to be a new tag: #42 is an issue. It may not contain the
 * characters of addresses, packages and possessives: @types/node, @jane's, @user@example.social.
 */
const beginsName = /^[\p{L}\p{Extended_Pictographic}]/u
const noName = /[/\\@:=()[\]{}<>"'’`]|\.\p{L}/u

/** The first of two with the same name is used. */
export function indexNames(names: readonly Named[]): KnownNames {
  const byKey = new Map<string, Named>()
  let maxWords = 1
  for (const named of names) {
    const key = tagNameKey(named.name)
    if (!byKey.has(key)) byKey.set(key, named)
    maxWords = Math.max(maxWords, key.split(' ').length)
  }
  // Without a limit, one extremely long name would make each sign of a line slow to read.
  return { byKey, maxWords: Math.min(maxWords, 8) }
}

/** `#home`, `#"Side project"`, `#side project`: an existing list. A sign never creates a list. */
export function findList(scene: Scene, index: number, lists: KnownNames): Finding | undefined {
  const written = readName(scene, index, '#', lists)
  return written?.known && { kind: 'LIST', from: index, to: written.next, list: written.known }
}

/** `@admin`, `@"deep work"`: an existing tag, or a new one that begins with a letter. */
export function findTag(scene: Scene, index: number, tags: KnownNames): Finding | undefined {
  const written = readName(scene, index, '@', tags)
  if (!written) return undefined
  const tag = written.known ?? toNewTag(written.name, written.isQuoted)
  return tag && { kind: 'TAG', from: index, to: written.next, tag }
}

function readName(scene: Scene, index: number, sign: string, names: KnownNames) {
  const { line, tokens } = scene
  const token = tokens[index]
  if (!token?.text.startsWith(sign)) return undefined
  const closing = closingQuotes[line.charAt(token.start + 1)]
  if (closing !== undefined) return readQuoted(scene, index, closing, names)
  let found = {
    name: token.text.slice(1),
    known: names.byKey.get(tagNameKey(token.text.slice(1))),
    next: index + 1,
  }
  for (let count = 2; count <= names.maxWords; count += 1) {
    const last = tokens[index + count - 1]
    if (!last) break
    const name = line.slice(token.start + 1, last.end)
    const known = names.byKey.get(tagNameKey(name))
    if (known) found = { name, known, next: index + count }
  }
  return found.name === '' ? undefined : { ...found, isQuoted: false }
}

function readQuoted({ line, tokens }: Scene, index: number, closing: string, names: KnownNames) {
  const start = (tokens[index]?.start ?? 0) + 2
  const within = line.slice(start, start + textLimits.tagName.max * 2 + 1)
  const length = within.indexOf(closing)
  if (length < 0) return undefined
  const end = start + length + 1
  let next = index + 1
  while ((tokens[next]?.start ?? end) < end) next += 1
  // A quote inside a word closes nothing.
  if (tokens[next - 1]?.end !== end) return undefined
  const name = within.slice(0, length)
  return { name, known: names.byKey.get(tagNameKey(name)), next, isQuoted: true }
}

function toNewTag(text: string, isQuoted: boolean): { id: null; name: string } | undefined {
  const checked = checkTagName(text)
  if (!checked.ok || !beginsName.test(checked.value.name)) return undefined
  if (!isQuoted && noName.test(text)) return undefined
  return { id: null, name: checked.value.name }
}
