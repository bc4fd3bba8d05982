import type { InputIssue } from '../errors.ts'

/**
 * What graphql-js says of a variable that isn't of its type, with the place, which it tells in words
 * only: `Variable "$input" got invalid value 5 at "input.tasks[1].title"; String cannot …`. The path
 * begins with the variable's name.
 *
 * @returns undefined for any other message
 */
export function readVariableIssue(message: string): InputIssue | undefined {
  const name = /^Variable "\$(\w+)" (?:got invalid value|of (?:required|non-null) type)/.exec(
    message,
  )?.[1]
  if (!name) return undefined
  // What was sent is before it, and could look like a path: to who sent it, and nobody else.
  const place = / at "(\w+(?:\.\w+|\[\d+\])*)"; /.exec(message)?.[1] ?? name
  const field = /; Field "(\w+)" (?:of required type|is not defined)/.exec(message)?.[1]
  const path = [...place.matchAll(/\w+/g)].map(([step]) =>
    /^\d+$/.test(step) ? Number(step) : step,
  )
  return { path: field ? [...path, field] : path, message }
}
