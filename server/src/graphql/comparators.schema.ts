import type { InputFieldMap, InputRef } from '@pothos/core'
import type { Comparator, ComparatorKind, OperatorOf } from '../domain/filter/comparators.ts'
import { filterLimits } from '../domain/limits.ts'
import { builder } from './builder.ts'

// The comparators of filters. Several operators in one comparator must all be true.

const words = {
  eq: 'Is this.',
  neq: 'Is not this; also true where there is no value.',
  in: `Is one of these, ${filterLimits.values} at most. An empty list lets nothing through.`,
  nin: `Is none of these, ${filterLimits.values} at most; also true where there is no value.`,
  lt: 'Is less, or before.',
  lte: 'Is less or equal, or not after.',
  gt: 'Is greater, or after.',
  gte: 'Is greater or equal, or not before.',
  null: 'Whether there is no value.',
}
const length = `${filterLimits.textLength} characters at most`

builder.scalarType('DateOrDuration', {
  description:
    'A day such as 2027-06-30, or a duration from today in your time zone, ISO 8601 in days, weeks, months and years: P0D is today, -P1D yesterday, P1M the same day next month or its last.',
  serialize: String,
  parseValue: String,
})

builder.scalarType('DateTimeOrDuration', {
  description:
    'An instant such as 2027-06-30T09:00:00Z (RFC 3339 with an offset), or an ISO 8601 duration from now in your time zone: -PT1H is an hour ago, -P1D the same time yesterday.',
  serialize: String,
  parseValue: String,
})

export const BooleanComparator = builder.inputType('BooleanComparator', {
  description: 'Compares a field that is true or false.',
  fields: (t) =>
    ({
      eq: t.boolean({ description: 'Is this.' }),
      neq: t.boolean({ description: 'Is not this.' }),
    }) satisfies Record<OperatorOf<'flag'>, unknown>,
})

const missing = 'Without a value only neq, nin and null are true.'

type ValueKind = Exclude<ComparatorKind, 'flag' | 'dueState' | 'startState'>

const valueKinds: Record<
  ValueKind,
  {
    name: string
    compares: string
    /** The rest of the description. */
    rest: (isNullable: boolean) => string
    fields: (t: FieldBuilder) => InputFieldMap
  }
> = {
  id: {
    name: 'ID',
    compares: 'an id',
    rest: () => '. A text that is no UUID is nobody’s id.',
    fields: idFields,
  },
  text: {
    name: 'Text',
    compares: 'a text',
    rest: () => `, character by character. Each text to compare with has ${length}.`,
    fields: textFields,
  },
  day: {
    name: 'Date',
    compares: 'a day',
    rest: (isNullable) => (isNullable ? `. ${missing}` : '.'),
    fields: (t) => orderedFields(t, 'DateOrDuration'),
  },
  instant: {
    name: 'DateTime',
    compares: 'an instant',
    rest: (isNullable) => (isNullable ? `. ${missing}` : '.'),
    fields: (t) => orderedFields(t, 'DateTimeOrDuration'),
  },
  number: {
    name: 'Int',
    compares: 'a whole number',
    rest: (isNullable) => (isNullable ? `. ${missing}` : '.'),
    fields: (t) => orderedFields(t, 'Int'),
  },
}

const made = new Map<string, InputRef>()

/** The comparator for a type of values, nullable or not; the API has only those that are used. */
export function comparatorOf<Kind extends ValueKind>(
  kind: Kind,
  { isNullable }: { isNullable: boolean },
): InputRef<Comparator<Kind>> {
  const { compares, rest, fields, ...described } = valueKinds[kind]
  const name = `${isNullable ? 'Nullable' : ''}${described.name}Comparator`
  const known = made.get(name)
  if (known) return known as InputRef<Comparator<Kind>>
  const comparator = builder.inputRef<Comparator<Kind>>(name)
  made.set(name, comparator)
  comparator.implement({
    description: `Compares ${compares}${isNullable ? ' that may be missing' : ''}${rest(isNullable)}`,
    fields: (t) =>
      ({
        ...fields(t),
        ...(isNullable && { null: t.boolean({ description: words.null }) }),
      }) as never,
  })
  return comparator as never
}

type FieldBuilder = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0]

function idFields(t: FieldBuilder) {
  return {
    eq: t.id({ description: words.eq }),
    neq: t.id({ description: words.neq }),
    in: t.idList({ description: words.in }),
    nin: t.idList({ description: words.nin }),
  } satisfies Record<OperatorOf<'id'>, unknown>
}

function textFields(t: FieldBuilder) {
  return {
    eq: t.string({ description: words.eq }),
    neq: t.string({ description: words.neq }),
    in: t.stringList({ description: words.in }),
    nin: t.stringList({ description: words.nin }),
    eqIgnoreCase: t.string({
      description:
        'Is this in any case: Unicode’s full case folding, so that ß is ss and a final sigma a sigma.',
    }),
    contains: t.string({ description: 'Has this in it.' }),
    containsIgnoreCase: t.string({ description: 'Has this in it, in any case.' }),
    startsWith: t.string({ description: 'Begins with this.' }),
    startsWithIgnoreCase: t.string({ description: 'Begins with this, in any case.' }),
    endsWith: t.string({ description: 'Ends with this.' }),
    endsWithIgnoreCase: t.string({ description: 'Ends with this, in any case.' }),
  } satisfies Record<OperatorOf<'text'>, unknown>
}

function orderedFields(t: FieldBuilder, type: 'DateOrDuration' | 'DateTimeOrDuration' | 'Int') {
  return {
    eq: t.field({ type, description: words.eq }),
    neq: t.field({ type, description: words.neq }),
    in: t.field({ type: [type], description: words.in }),
    nin: t.field({ type: [type], description: words.nin }),
    lt: t.field({ type, description: words.lt }),
    lte: t.field({ type, description: words.lte }),
    gt: t.field({ type, description: words.gt }),
    gte: t.field({ type, description: words.gte }),
  } satisfies Record<OperatorOf<'day' | 'instant' | 'number'>, unknown>
}
