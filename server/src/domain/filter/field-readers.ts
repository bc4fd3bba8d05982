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
  type FilterPath,
  readFields,
  refuse,
} from './filter-reading.ts'

/** Whether a row may have no value in this column. */
type Presence = 'always' | 'may be missing'

/** True or false of a condition. */
export function flagField(truth: Condition): FieldReader {
  const read = (value: unknown) => (value ? truth : opposite(truth))
  return comparator('flag', { eq: read, neq: (value) => opposite(read(value)) })
}

export function idField(column: Column, presence?: Presence): FieldReader {
  return valueField('id', column, String, presence)
}

/** A number, which JSON may also give by its name if it has one. */
export function numberField(column: Column, presence?: Presence): FieldReader {
  const field = fieldOf(column)
  const names = (field && namesOf(field)) ?? []
  const readNumber = (value: unknown) =>
    typeof value === 'number' ? value : names.indexOf(String(value))
  return valueField('number', column, readNumber, presence)
}

export function dayField(column: Column, presence?: Presence): FieldReader {
  const readDay: ValueReader = (value, at) =>
    unwrap(resolveDay(String(value), at.reading.viewpoint), at)
  return valueField('day', column, readDay, presence)
}

export function instantField(column: Column, presence?: Presence): FieldReader {
  const readInstant: ValueReader = (value, at) =>
    unwrap(resolveInstant(String(value), at.reading.viewpoint), at)?.toString()
  return valueField('instant', column, readInstant, presence)
}

export function textField(column: Column, presence?: Presence): FieldReader {
  const search = (match: TextMatch, ignoreCase: boolean) => (value: unknown, at: FilterPath) => {
    const text = readText(value, at)
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

/** States of the due date, the start or the plan, which only together make a condition. */
export function stateField(
  kind: 'dueState' | 'startState',
  conditionOf: (values: readonly unknown[], at: FilterPath) => Condition,
): FieldReader {
  const one = (value: unknown, at: FilterPath) => conditionOf([value], at)
  const among = (values: unknown, at: FilterPath) => conditionOf(readList(values, at), at)
  return comparator(kind, {
    eq: one,
    neq: (value, at) => opposite(one(value, at)),
    in: among,
    nin: (values, at) => opposite(among(values, at)),
  })
}

/** A text as it may be compared with, or undefined and an issue. */
export function readText(value: unknown, at: FilterPath): string | undefined {
  const text = String(value).normalize('NFC')
  if (text.length <= filterLimits.textLength && text.isWellFormed() && !text.includes('\0'))
    return text
  refuse(
    at,
    `A text to compare with has ${filterLimits.textLength} characters at most and no control character U+0000, and this one hasn’t. Shorten it.`,
  )
  return undefined
}

/** True of no row. */
export function nothing(): Condition {
  return anyOf([])
}

type ValueReader = (value: unknown, at: FilterPath) => Scalar | undefined

function valueField(
  kind: ComparatorKind,
  column: Column,
  readValue: ValueReader,
  presence?: Presence,
): FieldReader {
  return comparator(kind, valueReaders(column, readValue, presence))
}

function valueReaders(column: Column, readValue: ValueReader, presence: Presence = 'always') {
  const compare = (operator: '=' | '<' | '<=' | '>' | '>=') => (given: unknown, at: FilterPath) => {
    const value = readValue(given, at)
    return value === undefined ? nothing() : is({ kind: 'compare', column, operator, value })
  }
  const among = (given: unknown, at: FilterPath) => {
    const values = readList(given, at).map((item, nth) => readValue(item, below(at, nth)))
    const known = values.filter((value) => value !== undefined)
    return is({ kind: 'oneOf', column, values: known })
  }
  const isNull = is({ kind: 'isNull', column })
  const equals = compare('=')
  return {
    eq: equals,
    neq: (value: unknown, at: FilterPath) => opposite(equals(value, at)),
    in: among,
    nin: (values: unknown, at: FilterPath) => opposite(among(values, at)),
    lt: compare('<'),
    lte: compare('<='),
    gt: compare('>'),
    gte: compare('>='),
    ...(presence === 'may be missing' && {
      null: (value: unknown) => (value ? isNull : opposite(isNull)),
    }),
  }
}

type OperatorReader = (value: unknown, at: FilterPath) => Condition

/** All operators of a comparator must be true; an empty one has no effect. */
function comparator(
  kind: ComparatorKind,
  given: { [Name in Operator]?: OperatorReader },
): FieldReader {
  const counted = [...operators[kind], 'null' as const].flatMap((name) => {
    const read = given[name]
    if (!read) return []
    const count: OperatorReader = (value, at) => {
      countPart(at)
      return read(value, at)
    }
    return [[name, count] as const]
  })
  const readers: Fields = Object.fromEntries(counted)
  const read: FieldReader = (value, at) => readFields(value, readers, at)
  return Object.assign(read, { knowsNull: 'null' in readers })
}

function readList(given: unknown, at: FilterPath): unknown[] {
  const values = given as unknown[]
  if (values.length <= filterLimits.values) return values
  refuse(
    at,
    `At most ${filterLimits.values} values can be compared with, found ${values.length}. Ask in several parts.`,
  )
  return []
}

function textTest(column: string, match: TextMatch, text: string, ignoreCase: boolean) {
  return { kind: 'text', column, match, text, ignoreCase } as never
}

function unwrap<Value>(checked: Checked<Value>, at: FilterPath): Value | undefined {
  if (checked.ok) return checked.value
  refuse(at, checked.message)
  return undefined
}
