import { type FormEvent, useState } from 'react'
import { captchaHeader } from '../../auth/rules/captcha.ts'
import { type AuthFailure, explainFailure, type FieldName, type FormErrors } from './form-errors.ts'

/** The field that holds the answer of the check that somebody is a person, where it is asked for. */
export const captchaField = 'captcha'

const checkUnderWay = 'Pass the check above first; it may take a moment.'

export type AuthForm = {
  errors: FormErrors
  busy: boolean
  /** Counts what was sent; the answer of a check is good for one of them. */
  attempt: number
  onSubmit: (event: FormEvent<HTMLFormElement>) => void
}

/** What a request needs in addition to the values. */
type SendOptions = { headers: Record<string, string> }

type Answer = { error: AuthFailure | null }

export type AuthFormSettings<Values, Sent extends Answer> = {
  fields: readonly (keyof Values & FieldName)[]
  check: (values: Values) => FormErrors
  send: (values: Values, options: SendOptions) => Promise<Sent>
  /** Called on success; a form that stays is cleared. */
  onDone: (answer: Sent, values: Values) => 'leaving' | 'staying'
}

/**
 * A form that checks and sends its values. When that fails, what was typed stays in the fields, and the
 * first field with an error gets the focus.
 */
export function useAuthForm<
  Values extends Partial<Record<FieldName, string>>,
  Sent extends Answer = Answer,
>(settings: AuthFormSettings<Values, Sent>): AuthForm {
  const [errors, setErrors] = useState<FormErrors>({})
  const [busy, setBusy] = useState(false)
  const [attempt, setAttempt] = useState(0)

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
    const passed = data.get(captchaField)
    const found = { ...settings.check(values), ...(passed === '' && { form: checkUnderWay }) }
    show(form, found)
    if (Object.keys(found).length > 0) return
    setBusy(true)
    const options = { headers: passed ? { [captchaHeader]: String(passed) } : {} }
    const answer = await settings.send(values, options).catch(() => undefined)
    setAttempt(attempt + 1)
    if (!answer || answer.error) {
      setBusy(false)
      show(form, explainFailure(answer?.error ?? {}))
      return
    }
    if (settings.onDone(answer, values) === 'leaving') return
    setBusy(false)
    form.reset()
  }

  return {
    errors,
    busy,
    attempt,
    onSubmit(event) {
      event.preventDefault()
      if (!busy) void submit(event.currentTarget)
    },
  }
}

/** Loads a whole page, so that nothing cached while signed out is shown to this person. */
export function leaveFor(path: string): 'leaving' {
  window.location.assign(path)
  return 'leaving'
}
