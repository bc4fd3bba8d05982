import type { DueState } from '../dates/due-date.ts'
import type { StartState } from '../dates/start-state.ts'

const same = ['eq', 'neq'] as const
const among = [...same, 'in', 'nin'] as const
const ordered = [...among, 'lt', 'lte', 'gt', 'gte'] as const
const text = [
  ...among,
  'eqIgnoreCase',
  'contains',
  'containsIgnoreCase',
  'startsWith',
  'startsWithIgnoreCase',
  'endsWith',
  'endsWithIgnoreCase',
] as const

/** The operators for each type of value; `null` too, if it may be missing. */
export const operators = {
  flag: same,
  id: among,
  text,
  day: ordered,
  instant: ordered,
  number: ordered,
  dueState: among,
  startState: among,
} as const

export type ComparatorKind = keyof typeof operators
export type OperatorOf<Kind extends ComparatorKind> = (typeof operators)[Kind][number]
export type Operator = OperatorOf<ComparatorKind> | 'null'

/** What each type is compared with: days and instants, or durations from now; priorities by number. */
type Values = {
  flag: boolean
  id: string
  text: string
  day: string
  instant: string
  number: number
  dueState: DueState
  startState: StartState
}

type Asked<Name, Value> = Name extends 'in' | 'nin' ? readonly Value[] : Value

/** The comparator that a caller may send for one value. */
export type Comparator<Kind extends ComparatorKind> = {
  [Name in OperatorOf<Kind>]?: Asked<Name, Values[Kind]> | null | undefined
}
export type NullableComparator<Kind extends ComparatorKind> = Comparator<Kind> & {
  null?: boolean | null | undefined
}
