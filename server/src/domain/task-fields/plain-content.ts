import { accept, type Checked, refuse } from '../checked.ts'
import { textLimits } from '../limits.ts'
import { checkText } from '../text/text.ts'
import { type PlainField, plainFields, type ValueOf, type ValuesOf } from './field-types.ts'

type Rule<Field extends PlainField> = {
  /** What was written in its normal form, or why it can't be. */
  check: (value: NonNullable<ValueOf<Field>>) => Checked<ValueOf<Field>>
  /** What null makes of it. */
  cleared: Checked<ValueOf<Field>>
}

const rules: { [Field in PlainField]: Rule<Field> } = {
  title: {
    check: (title) => checkText(title, textLimits.taskTitle),
    cleared: refuse('The title can be changed but not cleared.'),
  },
  description: {
    check: (text) => {
      const description = checkText(text, textLimits.taskDescription)
      // An empty note is no note.
      return description.ok ? accept(description.value || null) : description
    },
    cleared: accept(null),
  },
  priority: { check: accept, cleared: accept(0) },
}

export type PlainContent = ValuesOf<PlainField>

/** What a caller may say; undefined stays, null clears. */
export type PlainInput = { [Field in PlainField]?: PlainContent[Field] | null | undefined }

/** A new task before anything is said of it. */
export const noPlainContent: PlainContent = { title: '', description: null, priority: 0 }

/** The input of each field in its normal form; `onIssue` is called with the reason when it is invalid. */
export function checkPlainContent(
  input: PlainInput,
  onIssue: (field: PlainField, message: string) => void,
): Partial<PlainContent> {
  const content: Record<string, unknown> = {}
  for (const field of plainFields) {
    const value = input[field]
    if (value === undefined) continue
    const { check, cleared } = rules[field] as Rule<PlainField>
    const checked = value === null ? cleared : check(value as never)
    if (checked.ok) content[field] = checked.value
    else onIssue(field, checked.message)
  }
  return content
}
