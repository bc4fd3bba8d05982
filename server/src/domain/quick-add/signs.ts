import type { Priority } from '../priority.ts'
import type { PlainField } from '../task-fields/field-types.ts'
import { type Scene, wordAt } from './phrase.ts'
import { lookUp } from './words.ts'

/** A sign of its own, nothing inside or behind a word, that says one field of the task. */
type Sign<Value, Silent extends Value> = {
  field: PlainField
  /** What a word says; undefined where it is no such sign. */
  read: (word: string) => Exclude<Value, Silent> | undefined
  /** What the field is where the line doesn't say. */
  silent: Silent
  describe: (value: Exclude<Value, Silent>) => string
}

const prioritySigns: Readonly<Record<string, Exclude<Priority, 'NONE'>>> = {
  ...{ '!urgent': 'URGENT', '!1': 'URGENT' },
  ...{ '!high': 'HIGH', '!2': 'HIGH' },
  ...{ '!medium': 'MEDIUM', '!med': 'MEDIUM', '!3': 'MEDIUM' },
  ...{ '!low': 'LOW', '!4': 'LOW' },
}

const priority = {
  field: 'priority',
  read: (word) => lookUp(prioritySigns, word),
  silent: 'NONE',
  describe: (value) => `${value.toLowerCase()} priority`,
} as const satisfies Sign<Priority, 'NONE'>

const signs = { PRIORITY: priority }

type Signs = typeof signs
export type SignKind = keyof Signs
type Said<Kind extends SignKind> = NonNullable<ReturnType<Signs[Kind]['read']>>

export type FoundSign = {
  [Kind in SignKind]: { readonly kind: Kind; readonly value: Said<Kind> }
}[SignKind]

/** The fields that signs say, each with what it is in silence. */
export type SignValues = {
  readonly [Kind in SignKind as Signs[Kind]['field']]: Said<Kind> | Signs[Kind]['silent']
}

export const signKinds = Object.keys(signs) as SignKind[]

export function isSign<Found extends { kind: string }>(
  found: Found,
): found is Extract<Found, { kind: SignKind }> {
  return found.kind in signs
}

/** `!high`, `!1`. */
export function listSigns(scene: Scene, index: number) {
  const word = wordAt(scene, index)
  return signKinds.flatMap((kind) => {
    const value = signs[kind].read(word)
    return value === undefined ? [] : [{ kind, from: index, to: index + 1, value }]
  })
}

export function describeSign({ kind, value }: FoundSign): string {
  return signs[kind].describe(value)
}

export function readSigns(chosen: { readonly [Kind in SignKind]?: FoundSign }): SignValues {
  const values = signKinds.map((kind) => [
    signs[kind].field,
    chosen[kind]?.value ?? signs[kind].silent,
  ])
  return Object.fromEntries(values) as SignValues
}
