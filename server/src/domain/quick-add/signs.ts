import {
  namesOf,
  type SignedField,
  type SignKind,
  type SpokenOf,
  signedFields,
  toStored,
  type ValuesOf,
} from '../task-fields/field-types.ts'
import { taskFields } from '../task-fields/task-fields.ts'
import { type Scene, wordAt } from './phrase.ts'
import { lookUp } from './words.ts'

/** A field's value where no sign sets it: the first of its names, or nothing. */
type Silent<Field extends SignedField> = (typeof taskFields)[Field] extends {
  names: readonly [infer First, ...unknown[]]
}
  ? First
  : null
/** What a sign can set its field to. */
export type Said<Field extends SignedField> = Exclude<SpokenOf<Field>, Silent<Field>>

/** A sign is a word by itself, neither inside nor after another, that sets one field of the task. */
type Sign<Field extends SignedField> = {
  /** What a word says; undefined where it isn't such a sign. */
  read: (word: string) => Said<Field> | undefined
  describe: (value: Said<Field>) => string
}

const prioritySigns: Readonly<Record<string, Said<'priority'>>> = {
  ...{ '!urgent': 'URGENT', '!1': 'URGENT' },
  ...{ '!high': 'HIGH', '!2': 'HIGH' },
  ...{ '!medium': 'MEDIUM', '!med': 'MEDIUM', '!3': 'MEDIUM' },
  ...{ '!low': 'LOW', '!4': 'LOW' },
}

const signs: { readonly [Field in SignedField]: Sign<Field> } = {
  priority: {
    read: (word) => lookUp(prioritySigns, word),
    describe: (value) => `${value.toLowerCase()} priority`,
  },
}

export type FoundSign = {
  [Field in SignedField]: { readonly kind: SignKind<Field>; readonly value: Said<Field> }
}[SignedField]

/** The fields that signs set, as people name them. */
export type SignValues = { readonly [Field in SignedField]: SpokenOf<Field> }

const fieldOfKind = new Map<string, SignedField>(
  signedFields.map((field) => [taskFields[field].sign, field]),
)

export const signKinds = signedFields.map((field) => taskFields[field].sign)

export function isSign<Found extends { kind: string }>(
  found: Found,
): found is Extract<Found, { kind: SignKind }> {
  return fieldOfKind.has(found.kind)
}

/** `!high`, `!1`. */
export function listSigns(
  scene: Scene,
  index: number,
): ({ from: number; to: number } & FoundSign)[] {
  const word = wordAt(scene, index)
  return signedFields.flatMap((field) => {
    const value = signs[field].read(word)
    const found = { kind: taskFields[field].sign, value } as FoundSign
    return value === undefined ? [] : [{ from: index, to: index + 1, ...found }]
  })
}

export function describeSign({ kind, value }: FoundSign): string {
  const field = fieldOfKind.get(kind)
  return field ? signs[field].describe(value as never) : ''
}

export function readSigns(chosen: { readonly [Kind in SignKind]?: FoundSign }): SignValues {
  const values = signedFields.map((field) => [
    field,
    chosen[taskFields[field].sign]?.value ?? namesOf(field)?.[0] ?? null,
  ])
  return Object.fromEntries(values) as SignValues
}

/** What a row stores for what signs have set. */
export function storeSigns(values: SignValues): ValuesOf<SignedField> {
  const stored = signedFields.map((field) => [field, toStored(field, values[field] as never)])
  return Object.fromEntries(stored) as ValuesOf<SignedField>
}
