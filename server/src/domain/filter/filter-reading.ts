import type { Viewpoint } from '../dates/due-date.ts'
import { filterLimits, maxReportedProblems } from '../limits.ts'
import { allOf, anyOf, type Condition, opposite } from './condition.ts'

/** A problem of a filter, and its path. */
export type FilterIssue = {
  path: (string | number)[]
  message: string
}

/** The state while one whole filter is read: collects every problem and counts the cost. */
export type FilterReading = {
  viewpoint: Viewpoint
  issues: FilterIssue[]
  parts: number
  speaksOfTrash: boolean
}

/** A path in a filter. */
export type FilterPath = {
  path: (string | number)[]
  /** How many filters this one is in, including itself. */
  depth: number
  reading: FilterReading
}

/** Reads the filter for one field. */
export type FieldReader = {
  (value: object, at: FilterPath): Condition
  /** Whether it can ask for missing values. */
  knowsNull?: boolean
}

export type Fields = { readonly [name: string]: FieldReader }

/** Reads a filter object: all of its fields must be true, and `and`, `or`, `not` nest. */
export function readGroup(group: object, fields: Fields, at: FilterPath): Condition {
  if (at.depth > filterLimits.depth) {
    refuse(at, `Filters nest ${filterLimits.depth} deep at most. Say the same with less nesting.`)
    return allOf([])
  }
  countPart(at)
  // Refused already, so the rest needn't be read.
  if (at.reading.parts > filterLimits.parts) return allOf([])
  const inner = (value: object, at: FilterPath) =>
    readGroup(value, fields, { ...at, depth: at.depth + 1 })
  const each = (value: object, at: FilterPath) =>
    (value as object[]).map((item, nth) => inner(item, below(at, nth)))
  const readers: Fields = {
    ...fields,
    and: (value, at) => allOf(each(value, at)),
    or: (value, at) => anyOf(each(value, at)),
    not: (value, at) => opposite(inner(value, at)),
  }
  return readFields(group, readers, at)
}

/** Reads each field that is there; null is refused, so that it can't quietly mean "everything". */
export function readFields(holder: object, readers: Fields, at: FilterPath): Condition {
  const conditions: Condition[] = []
  for (const [name, value] of Object.entries(holder)) {
    const reader = readers[name]
    if (!reader || value === undefined) continue
    const inside = below(at, name)
    if (value === null) refuse(inside, adviseOnNull(name, readers))
    else conditions.push(reader(value, inside))
  }
  return allOf(conditions)
}

function adviseOnNull(name: string, readers: Fields): string {
  if (name === 'null') return 'null is null. Say true or false.'
  if (readers[name]?.knowsNull)
    return `${name} is null. Leave it out, or ask { ${name}: { null: true } } for what has no value.`
  if (readers.null)
    return `${name} is null. Leave it out, or ask { null: true } for what has no value.`
  return `${name} is null. Leave it out.`
}

export function refuse(at: FilterPath, message: string): void {
  const { issues } = at.reading
  if (issues.length < maxReportedProblems) issues.push({ path: at.path, message })
}

export function below(at: FilterPath, name: string | number): FilterPath {
  return { ...at, path: [...at.path, name] }
}

/** Counts a comparison or a filter, and refuses the first that is too many. */
export function countPart({ reading, path }: FilterPath): void {
  reading.parts += 1
  if (reading.parts !== filterLimits.parts + 1) return
  const message = `A filter has at most ${filterLimits.parts} parts: comparisons, and filters in it. Ask for less at once.`
  reading.issues.push({ path: path.slice(0, 1), message })
}
