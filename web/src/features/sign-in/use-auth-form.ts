import { type FormEvent, useState } from 'react'
import { type AuthFailure, explainFailure, type FieldName, type FormErrors } from './form-errors.ts'

export type AuthForm = {
  errors: FormErrors
  busy: boolean
  onSubmit: (event: FormEvent<HTMLFormElement>) => void
}

export type AuthFormSettings<Values> = {
  fields: readonly (keyof Values & FieldName)[]
  check: (values: Values) => FormErrors
  send: (values: Values) => Promise<{ error: AuthFailure | null }>
  nextPath: string
}

/**
 * A form that checks, sends and then leaves for `nextPath`. What was typed stays in the fields; the
 * first field with an error gets the focus.
 */
export function useAuthForm<Values extends Partial<Record<FieldName, string>>>(
  settings: AuthFormSettings<Values>,
): AuthForm {
  const [errors, setErrors] = useState<FormErrors>({})
  const [busy, setBusy] = useState(false)

  function show(form: HTMLFormElement, found: FormErrors): void {
    setErrors(found)
    const first = settings.fields.find((field) => found[field])
    const input = first && form.elements.namedItem(first)
    if (input instanceof HTMLElement) input.focus()
  }

  async function submit(form: HTMLFormElement): Promise<void> {
    const data = new FormData(form)
    const values = Object.fromEntries(
      settings.fields.map((field) => [field, String(data.get(field) ?? '')]),
    ) as Values
    const found = settings.check(values)
    show(form, found)
    if (Object.keys(found).length > 0) return
    setBusy(true)
    const { error } = await settings
      .send(values)
      .catch((): { error: AuthFailure } => ({ error: {} }))
    if (error) {
      setBusy(false)
      show(form, explainFailure(error))
      return
    }
    // A whole page load: whatever was kept for nobody signed in must not be shown to this person.
    window.location.assign(settings.nextPath)
  }

  return {
    errors,
    busy,
    onSubmit(event) {
      event.preventDefault()
      if (!busy) void submit(event.currentTarget)
    },
  }
}
