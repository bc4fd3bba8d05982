import type { Checked } from '../checked.ts'
import { resolveDay, resolveInstant } from '../dates/relative-date.ts'
import { filterLimits } from '../limits.ts'
import { namesOf } from '../task-fields/field-types.ts'
import { type Column, fieldOf } from './columns.ts'
import { type ComparatorKind, type Operator, operators } from './comparators.ts'
import { anyOf, type Condition, is, opposite, type Scalar, type TextMatch } from './condition.ts'
import {
  below,
  countPart,
  type FieldReader,
  type Fields,
  type Place,
  readFields,
  refuse,
} from './filter-reading.ts'

/** Whether something can have no value in this column. */
type Presence = 'always' | 'may be missing'

/** True or false of a condition. */
export function flagField(truth: Condition): FieldReader {
  const read = (value: unknown) => (value ? truth : opposite(truth))
  return comparator('flag', { eq: read, neq: (value) => opposite(read(value)) })
}

export function idField(column: Column, presence?: Presence): FieldReader {
  return valueField('id', column, String, presence)
}

/** A number; one that has a name by that too, as JSON has it. */
export function numberField(column: Column, presence?: Presence): FieldReader {
  const field = fieldOf(column)
  const names = (field && namesOf(field)) ?? []
  const readNumber = (value: unknown) =>
    typeof value === 'number' ? value : names.indexOf(String(value))
  return valueField('number', column, readNumber, presence)
}

export function dayField(column: Column, presence?: Presence): FieldReader {
  const readDay: ValueReader = (value, place) =>
    unwrap(resolveDay(String(value), place.reading.viewpoint), place)
  return valueField('day', column, readDay, presence)
}

export function instantField(column: Column, presence?: Presence): FieldReader {
  const readInstant: ValueReader = (value, place) =>
    unwrap(resolveInstant(String(value), place.reading.viewpoint), place)?.toString()
  return valueField('instant', column, readInstant, presence)
}

export function textField(column: Column, presence?: Presence): FieldReader {
  const search = (match: TextMatch, ignoreCase: boolean) => (value: unknown, place: Place) => {
    const text = readText(value, place)
    return text === undefined ? nothing() : is(textTest(column, match, text, ignoreCase))
  }
  return comparator('text', {
    ...valueReaders(column, readText, presence),
    eqIgnoreCase: search('equals', true),
    contains: search('contains', false),
    containsIgnoreCase: search('contains', true),
    startsWith: search('startsWith', false),
    startsWithIgnoreCase: search('startsWith', true),
    endsWith: search('endsWith', false),
    endsWithIgnoreCase: search('endsWith', true),
  })
}

/** States of the due date, which only together make a condition. */
export function dueStateField(
  conditionOf: (values: readonly unknown[], place: Place) => Condition,
): FieldReader {
  const one = (value: unknown, place: Place) => conditionOf([value], place)
  const among = (values: unknown, place: Place) => conditionOf(readList(values, place), place)
  return comparator('dueState', {
    eq: one,
    neq: (value, place) => opposite(one(value, place)),
    in: among,
    nin: (values, place) => opposite(among(values, place)),
  })
}

/** A text as it may be compared with, or undefined and an issue. */
export function readText(value: unknown, place: Place): string | undefined {
  const text = String(value).normalize('NFC')
  if (text.length <= filterLimits.textLength && text.isWellFormed() && !text.includes('\0'))
    return text
  refuse(
    place,
    `A text to compare with has ${filterLimits.textLength} characters at most and no control character U+0000, and this one hasn’t. Shorten it.`,
  )
  return undefined
}

/** True of no row. */
export function nothing(): Condition {
  return anyOf([])
}

type ValueReader = (value: unknown, place: Place) => Scalar | undefined

function valueField(
  kind: ComparatorKind,
  column: Column,
  readValue: ValueReader,
  presence?: Presence,
): FieldReader {
  return comparator(kind, valueReaders(column, readValue, presence))
}

function valueReaders(column: Column, readValue: ValueReader, presence: Presence = 'always') {
  const compare = (operator: '=' | '<' | '<=' | '>' | '>=') => (given: unknown, place: Place) => {
    const value = readValue(given, place)
    return value === undefined ? nothing() : is({ kind: 'compare', column, operator, value })
  }
  const among = (given: unknown, place: Place) => {
    const values = readList(given, place).map((item, nth) => readValue(item, below(place, nth)))
    const known = values.filter((value) => value !== undefined)
    return is({ kind: 'oneOf', column, values: known })
  }
  const isNull = is({ kind: 'isNull', column })
  const equals = compare('=')
  return {
    eq: equals,
    neq: (value: unknown, place: Place) => opposite(equals(value, place)),
    in: among,
    nin: (values: unknown, place: Place) => opposite(among(values, place)),
    lt: compare('<'),
    lte: compare('<='),
    gt: compare('>'),
    gte: compare('>='),
    ...(presence === 'may be missing' && {
      null: (value: unknown) => (value ? isNull : opposite(isNull)),
    }),
  }
}

type OperatorReader = (value: unknown, place: Place) => Condition

/** All that a comparator says must be true; an empty one says nothing. */
function comparator(
  kind: ComparatorKind,
  given: { [Name in Operator]?: OperatorReader },
): FieldReader {
  const counted = [...operators[kind], 'null' as const].flatMap((name) => {
    const read = given[name]
    if (!read) return []
    const count: OperatorReader = (value, place) => {
      countPart(place)
      return read(value, place)
    }
    return [[name, count] as const]
  })
  const readers: Fields = Object.fromEntries(counted)
  const read: FieldReader = (value, place) => readFields(value, readers, place)
  return Object.assign(read, { knowsNull: 'null' in readers })
}

function readList(given: unknown, place: Place): unknown[] {
  const values = given as unknown[]
  if (values.length <= filterLimits.values) return values
  refuse(
    place,
    `At most ${filterLimits.values} values can be compared with, found ${values.length}. Ask in several parts.`,
  )
  return []
}

function textTest(column: string, match: TextMatch, text: string, ignoreCase: boolean) {
  return { kind: 'text', column, match, text, ignoreCase } as never
}

function unwrap<Value>(checked: Checked<Value>, place: Place): Value | undefined {
  if (checked.ok) return checked.value
  refuse(place, checked.message)
  return undefined
}
