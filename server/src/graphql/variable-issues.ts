import type { InputIssue } from '../errors.ts'

/**
 * What graphql-js says of a variable that isn't of its type, with the path, which is only in its
 * message: `Variable "$input" got invalid value 5 at "input.tasks[1].title"; String cannot …`. The path
 * begins with the variable's name.
 *
 * @returns undefined for any other message
 */
export function readVariableIssue(message: string): InputIssue | undefined {
  const name = /^Variable "\$(\w+)" (?:got invalid value|of (?:required|non-null) type)/.exec(
    message,
  )?.[1]
  if (!name) return undefined
  // The value is before it and may look like a path, but only its sender sees the result.
  const pathText = / at "(\w+(?:\.\w+|\[\d+\])*)"; /.exec(message)?.[1] ?? name
  const field = /; Field "(\w+)" (?:of required type|is not defined)/.exec(message)?.[1]
  const path = [...pathText.matchAll(/\w+/g)].map(([step]) =>
    /^\d+$/.test(step) ? Number(step) : step,
  )
  return { path: field ? [...path, field] : path, message }
}
