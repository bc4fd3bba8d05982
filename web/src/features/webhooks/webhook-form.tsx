'use client'

import { longestWebhookUrl, textLimits } from '@tend/server/domain/limits'
import { checkText } from '@tend/server/domain/text/text'
import { type FormEvent, type RefObject, useState } from 'react'
import type { WebhookEntity, WebhookOperation } from '../../gql/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { Notice } from '../../ui/marks/notice.tsx'
import { ChoiceFields } from './choice-fields.tsx'
import type { WebhookOutcome } from './send-mutation.ts'
import { entityWords, keysOf, operationWords } from './webhook-words.ts'
import styles from './webhooks.module.css'
import type { WebhookData } from './webhooks.query.ts'

export type WebhookValues = {
  url: string
  description: string
  /** Null: everything, also what there may be one day. */
  entities: WebhookEntity[] | null
  operations: WebhookOperation[] | null
}

export type WebhookFormProps = {
  /** Gets the focus when the address is wrong. */
  field: RefObject<HTMLInputElement | null>
  /** What it is now; a new one by default. */
  initial?: WebhookData
  submit: { label: string; busy: string }
  onSave: (values: WebhookValues) => Promise<WebhookOutcome<unknown>>
  onCancel: () => void
}

type Problems = Partial<Record<'url' | 'description' | 'entities' | 'operations' | 'form', string>>

/** Where to send what. What was typed stays when it is refused, with the reason at the field. */
export function WebhookForm({ field, initial, submit, onSave, onCancel }: WebhookFormProps) {
  const [url, setUrl] = useState(initial?.url ?? '')
  const [description, setDescription] = useState(initial?.description ?? '')
  const [entities, setEntities] = useState(initial?.entities ?? keysOf(entityWords))
  const [operations, setOperations] = useState(initial?.operations ?? keysOf(operationWords))
  const [problems, setProblems] = useState<Problems>({})
  const [isSending, setSending] = useState(false)
  const clear = (name: keyof Problems) => setProblems(({ [name]: _, ...rest }) => rest)

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (isSending) return
    const name = checkText(description, textLimits.webhookDescription)
    const found: Problems = {
      ...(!url.trim() && { url: 'Enter the URL that your server listens at.' }),
      ...(!name.ok && { description: name.message }),
      ...(entities.length === 0 && { entities: 'Choose at least one.' }),
      ...(operations.length === 0 && { operations: 'Choose at least one.' }),
    }
    if (Object.keys(found).length > 0 || !name.ok) return refuse(found)
    setSending(true)
    const outcome = await onSave({
      url: url.trim(),
      description: name.value,
      entities: orAll(entities, entityWords),
      operations: orAll(operations, operationWords),
    })
    setSending(false)
    if (outcome.ok) return
    const hasFields = Object.keys(outcome.fields).length > 0
    refuse(hasFields ? outcome.fields : { form: outcome.message })
  }

  function refuse(found: Problems): void {
    setProblems(found)
    if (found.url) field.current?.focus()
  }

  return (
    <form className={styles.content} noValidate onSubmit={(event) => void save(event)}>
      <TextField
        ref={field}
        label="URL"
        type="url"
        hint="An https address of your server, such as https://example.com/tend."
        maxLength={longestWebhookUrl}
        autoComplete="off"
        value={url}
        error={problems.url}
        onChange={({ currentTarget }) => {
          setUrl(currentTarget.value)
          clear('url')
        }}
      />
      <TextField
        label="Name"
        hint="Optional. A name to recognise it by."
        autoComplete="off"
        value={description}
        error={problems.description}
        onChange={({ currentTarget }) => {
          setDescription(currentTarget.value)
          clear('description')
        }}
      />
      <ChoiceFields
        legend="Send changes in"
        words={entityWords}
        chosen={entities}
        error={problems.entities}
        onChange={(next) => {
          setEntities(next)
          clear('entities')
        }}
      />
      <ChoiceFields
        legend="When they are"
        hint="Completing a task or moving it to the trash changes it."
        words={operationWords}
        chosen={operations}
        error={problems.operations}
        onChange={(next) => {
          setOperations(next)
          clear('operations')
        }}
      />
      {problems.form && <Notice>{problems.form}</Notice>}
      <FormActions>
        <Button type="submit" look="primary" aria-disabled={isSending || undefined}>
          {isSending ? submit.busy : submit.label}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </FormActions>
    </form>
  )
}

/** Null when everything is chosen. */
function orAll<Value extends string>(
  chosen: readonly Value[],
  words: Readonly<Record<Value, string>>,
): Value[] | null {
  return keysOf(words).every((one) => chosen.includes(one)) ? null : [...chosen]
}
