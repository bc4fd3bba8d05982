'use client'

import { type KeyboardEvent, useId, useState } from 'react'
import type { Task } from '../../model/documents/fields.ts'
import type { UserClock } from '../../time/due-words.ts'
import { Button } from '../../ui/button.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { ChevronIcon } from '../../ui/marks/icons.tsx'
import { CheckIcon } from '../../ui/marks/more-icons.tsx'
import wordsStyles from '../words-field.module.css'
import { toDraft } from './repeat-draft.ts'
import { RepeatFields } from './repeat-fields.tsx'
import styles from './repeat-form.module.css'
import { RepeatPreview } from './repeat-preview.tsx'
import { useRepeatChoice } from './use-repeat-choice.ts'

export type RepeatFormProps = { tasks: readonly Task[]; clock: UserClock; onClose: () => void }

/** What is typed takes precedence, and the fields follow it. */
export function RepeatForm({ tasks, clock, onClose }: RepeatFormProps) {
  const id = useId()
  const choice = useRepeatChoice(tasks, clock, onClose)
  const { words, draft, day, meant, current, isCurrent } = choice
  const [isCustom, setIsCustom] = useState(false)
  const isTyping = words.trim() !== ''
  const isPreviewed = isTyping ? meant !== undefined : isCustom || current !== undefined

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (isTyping || isCustom) choice.save()
      }}
    >
      <div>
        <input
          className={wordsStyles.words}
          aria-label="Repeat in words"
          aria-describedby={id}
          placeholder="Every weekday, every 2 weeks"
          autoComplete="off"
          enterKeyHint="done"
          value={words}
          onChange={(event) => choice.write(event.target.value)}
          onKeyDown={enterPresets}
        />
        <p id={id} role="status" className={styles.reading}>
          {isTyping &&
            !meant &&
            'Not a repeat yet. Try “every 3 days” or “every month on the 15th”.'}
          {isTyping && meant && !isCurrent && (
            <>
              <kbd>↵</kbd> to save
            </>
          )}
        </p>
      </div>
      {!isTyping && !isCustom && (
        // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move from one button to the next.
        <div className={styles.presets} onKeyDown={movePreset}>
          {choice.presets.map(({ label, isChosen, choose }) => (
            <button
              key={label}
              type="button"
              className={styles.preset}
              data-preset=""
              aria-pressed={isChosen}
              onClick={choose}
            >
              <span>{label}</span>
              {isChosen && <CheckIcon />}
            </button>
          ))}
        </div>
      )}
      <button
        type="button"
        className={styles.fold}
        aria-expanded={isCustom}
        onClick={() => setIsCustom(!isCustom)}
      >
        <ChevronIcon className={styles.sign} />
        Custom
      </button>
      {isCustom && (
        <RepeatFields
          draft={meant && isTyping ? toDraft(meant.rule, meant.basis, day) : draft}
          day={day}
          clock={clock}
          onChange={choice.change}
        />
      )}
      {isPreviewed && <RepeatPreview choice={choice} clock={clock} />}
      <FormActions>
        {(isCustom || (isTyping && meant)) && (
          <Button type="submit" look="primary" disabled={!choice.canSave}>
            Save
          </Button>
        )}
        {choice.skip && <Button onClick={choice.skip}>Skip this one</Button>}
        {choice.end && (
          <Button look="quiet" onClick={choice.end}>
            Don’t repeat
          </Button>
        )}
      </FormActions>
    </form>
  )
}

function enterPresets(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown') return
  const first = event.currentTarget.closest('form')?.querySelector<HTMLElement>('[data-preset]')
  if (!first) return
  event.preventDefault()
  first.focus()
}

function movePreset(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step) return
  event.preventDefault()
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-preset]')]
  const next = all.indexOf(document.activeElement as HTMLElement) + step
  if (next >= 0) all[next]?.focus()
  else event.currentTarget.closest('form')?.querySelector('input')?.focus()
}
