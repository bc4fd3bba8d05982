import { GraphQLError } from 'graphql'
import { checkDay, firstDay, lastDay } from '../domain/dates/day.ts'
import { checkInstant } from '../domain/dates/instant.ts'
import { builder } from './builder.ts'

builder.scalarType('DateTime', {
  description:
    'An instant, RFC 3339 with an offset. Answered in UTC with milliseconds: 2026-11-23T07:05:01.500Z.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
  // Rows already have instants in exactly this form.
  serialize: (value) => value,
  parseValue: parseDateTime,
})

builder.scalarType('Date', {
  description: `A day on the calendar, with no zone: YYYY-MM-DD, from ${firstDay} to ${lastDay}.`,
  specifiedByURL: 'https://scalars.graphql.org/andimarek/local-date.html',
  serialize: (value) => value,
  parseValue: parseDate,
})

builder.scalarType('JSON', {
  description: 'Any JSON value. The field that has it says what is in it.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc8259',
  serialize: (value) => value,
})

function parseDate(value: unknown): string {
  const day = checkDay(typeof value === 'string' ? value : String(JSON.stringify(value)))
  if (!day.ok) throw new GraphQLError(day.message)
  return day.value
}

function parseDateTime(value: unknown): string {
  const instant = checkInstant(typeof value === 'string' ? value : String(JSON.stringify(value)))
  if (!instant.ok) throw new GraphQLError(instant.message)
  return instant.value
}
