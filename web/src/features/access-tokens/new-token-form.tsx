'use client'

import { textLimits } from '@tend/server/domain/limits'
import { checkText } from '@tend/server/domain/text/text'
import { type FormEvent, useState } from 'react'
import type { AccessTokenScope } from '../../gql/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { CheckField } from '../../ui/fields/check-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { Notice } from '../../ui/marks/notice.tsx'
import styles from './new-token.module.css'
import { scopes, scopeWords } from './scope-words.ts'
import { useCreateAccessToken } from './use-create-access-token.ts'

const dayMs = 86_400_000
const never = 'never'
/** In days; the API's limit is a little over a year. */
const lives = [
  { value: '30', label: 'In 30 days' },
  { value: '90', label: 'In 90 days' },
  { value: '365', label: 'In a year' },
  { value: never, label: 'Never' },
] as const

export type NewTokenFormProps = { onMade: (token: string) => void; onCancel: () => void }

/** Name, scopes and expiry. What was typed stays when the API refuses it. */
export function NewTokenForm({ onMade, onCancel }: NewTokenFormProps) {
  const create = useCreateAccessToken()
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<readonly AccessTokenScope[]>(['TASKS_READ'])
  const [life, setLife] = useState<(typeof lives)[number]['value']>('90')
  const [state, setState] = useState<{ kind: 'editing' | 'tried' | 'sending' } | Refused>({
    kind: 'editing',
  })
  const checked = checkText(name, textLimits.accessTokenName)
  const tried = state.kind !== 'editing'

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    setState({ kind: 'tried' })
    if (!checked.ok || chosen.length === 0 || state.kind === 'sending') return
    setState({ kind: 'sending' })
    const outcome = await create({
      name: checked.value,
      scopes: [...chosen],
      expiresAt: expiryOf(life),
    })
    if (outcome.ok) onMade(outcome.data)
    else setState({ kind: 'refused', message: outcome.message })
  }

  function toggle(scope: AccessTokenScope, on: boolean): void {
    setChosen(on ? [...chosen, scope] : chosen.filter((one) => one !== scope))
  }

  return (
    <form className={styles.content} noValidate onSubmit={(event) => void submit(event)}>
      <TextField
        label="Name"
        hint="A name to recognise it by, such as “Backup script”."
        value={name}
        autoComplete="off"
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        error={tried && !checked.ok ? checked.message : undefined}
      />
      <fieldset
        className={styles.scopes}
        aria-describedby={tried && chosen.length === 0 ? 'scopes-problem' : undefined}
      >
        <legend className={styles.legend}>Permissions</legend>
        {scopes.map((scope) => (
          <CheckField
            key={scope}
            label={scopeWords[scope]}
            checked={chosen.includes(scope)}
            onChange={({ currentTarget }) => toggle(scope, currentTarget.checked)}
          />
        ))}
        {tried && chosen.length === 0 && (
          <p id="scopes-problem" className={styles.error}>
            Choose at least one.
          </p>
        )}
      </fieldset>
      <SelectField
        label="Expires"
        value={life}
        options={lives}
        state={{ kind: 'idle' }}
        onChange={setLife}
      />
      {state.kind === 'refused' && <Notice>{state.message}</Notice>}
      <FormActions>
        <Button type="submit" look="primary" disabled={state.kind === 'sending'}>
          {state.kind === 'sending' ? 'Creating…' : 'Create token'}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </FormActions>
    </form>
  )
}

type Refused = { kind: 'refused'; message: string }

function expiryOf(life: string): string | null {
  if (life === never) return null
  return new Date(Date.now() + Number(life) * dayMs).toISOString()
}
