import { parseQuickAdd, type QuickAdd } from '@tend/server/domain/quick-add/quick-add'
import type { UserClock } from '../../time/due-words.ts'
import { toGrammarClock } from '../../time/grammar-clock.ts'
import type { Line, Range } from './line.ts'
import { listGiven, listMeanings, type Meaning, type Tone, toneOf } from './meaning.ts'
import type { NewTaskDefaults } from './place-defaults.ts'

/** What the meaning of a line depends on besides its words. */
export type LineContext = {
  clock: UserClock
  defaults: NewTaskDefaults
  lists: readonly { id: string; name: string }[]
  tags: readonly { id: string; name: string }[]
}

/** A recognised part of the line. */
export type LineMark = Range & { readonly tone: Tone }

export type Reading = {
  read: QuickAdd
  marks: readonly LineMark[]
  meanings: readonly Meaning[]
  /** What the place adds, in words. */
  given: readonly string[]
  /** The lists that are named and don't exist; they stay text. */
  unknownLists: readonly string[]
}

/** What a line means to this user now. Needs `Temporal`. */
export function readLine({ text, plain }: Line, context: LineContext): Reading {
  const { clock, defaults, lists, tags } = context
  const read = parseQuickAdd(
    text,
    { ...toGrammarClock(clock), defaultDay: defaults.dueOn ?? null, lists, tags },
    { ranges: plain },
  )
  return {
    read,
    marks: read.spans.map((span) => ({ ...span, tone: toneOf(span) })),
    meanings: listMeanings(read, clock),
    given: listGiven(read, defaults, context),
    unknownLists: findUnknownLists({ text, plain: [...plain, ...read.spans] }),
  }
}

/** What looks like the name of a list outside these ranges. `#42` doesn't: it is an issue. */
function findUnknownLists({ text, plain }: Line): string[] {
  const named = text.matchAll(/(?<=^|\s)#(?<name>\p{L}[^\s.,;:!?)]*)(?=[\s.,;:!?)])/gu)
  const unknown = [...named].flatMap(({ index, groups }) =>
    groups?.name && !plain.some(({ start, end }) => start <= index && index < end)
      ? [groups.name]
      : [],
  )
  return [...new Set(unknown)]
}
