import type { InputFieldRef } from '@pothos/core'
import {
  type NamedInput,
  namedInputs,
  type OwnField,
  ownFields,
  type TaskField,
  type ValueOf,
} from '../domain/task-fields/field-types.ts'
import { taskFields } from '../domain/task-fields/task-fields.ts'
import type { InputBuilder } from '../graphql/add-mutation.ts'
import type { builder } from '../graphql/builder.ts'
import { PriorityType } from './priority.schema.ts'
import { fieldWords } from './task-field-words.ts'

// The parts of the API's types that follow from the description of a task's fields. Each shows what
// its row holds, so one loop makes them; their types are those of the description.

type Schema = (typeof builder)['$inferSchemaTypes']

const types = {
  uuid: 'ID',
  text: 'String',
  smallint: 'Int',
  date: 'Date',
  timestamptz: 'DateTime',
} as const

function typeOf(field: TaskField) {
  return field === 'priority' ? PriorityType : types[taskFields[field].type]
}

type TaskBuilder = { expose: (field: never, options: never) => unknown }

/** The fields of the API's Task that are fields of its row. */
export function exposeFields(t: TaskBuilder) {
  const shown = ownFields.map((field) => {
    const type = typeOf(field)
    const nullable = 'nullable' in taskFields[field]
    const description = fieldWords[field].shown
    return [field, t.expose(field as never, { type, nullable, description } as never)]
  })
  return Object.fromEntries(shown) as Record<OwnField, never>
}

type InputFields<Required extends NamedInput> = {
  [Field in NamedInput]: InputFieldRef<
    Schema,
    Field extends Required ? ValueOf<Field> : ValueOf<Field> | null | undefined
  >
}

/** What inputs have for the contents of a task, but for how it repeats. */
export function inputFields<Required extends NamedInput = never>(
  t: InputBuilder,
  use: 'given' | 'changed',
  required: readonly Required[] = [],
): InputFields<Required> {
  const fields = namedInputs.map((field) => {
    const isRequired = (required as readonly string[]).includes(field)
    const description = fieldWords[field][use]
    return [field, t.field({ type: typeOf(field), required: isRequired, description } as never)]
  })
  return Object.fromEntries(fields)
}
