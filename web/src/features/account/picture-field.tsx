'use client'

import { useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { SavedMark } from '../../ui/fields/saved-mark.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { Avatar } from '../../ui/marks/avatar.tsx'
import styles from './picture-field.module.css'
import { shrinkPicture } from './shrink-picture.ts'
import { useProfileField } from './use-profile-field.ts'

/** The person's picture, or their initials until they choose one. */
export function PictureField({ name, saved }: { name: string; saved: string | null }) {
  const { value, state, change } = useProfileField('image', saved)
  const [unreadable, setUnreadable] = useState<string>()
  const input = useRef<HTMLInputElement>(null)
  const problem = unreadable ?? (state.kind === 'failed' ? state.message : undefined)

  async function choose(file: File | undefined): Promise<void> {
    if (!file) return
    const picture = await shrinkPicture(file)
    setUnreadable(picture.ok ? undefined : picture.message)
    if (picture.ok) change(picture.value)
  }

  function remove(): void {
    setUnreadable(undefined)
    change(null)
  }

  return (
    <fieldset className={styles.field} aria-label="Picture">
      <Avatar name={name} image={value} large />
      <div className={styles.beside}>
        <FormActions>
          {/* The button replaces it, because a file field can't be styled. */}
          <input
            ref={input}
            type="file"
            accept="image/*"
            hidden
            aria-label="Picture file"
            onChange={({ currentTarget }) => {
              void choose(currentTarget.files?.[0])
              // The same file can be chosen again.
              currentTarget.value = ''
            }}
          />
          <Button onClick={() => input.current?.click()}>
            {value === null ? 'Choose a picture' : 'Change picture'}
          </Button>
          {value !== null && (
            <Button look="quiet" onClick={remove}>
              Remove
            </Button>
          )}
          <SavedMark state={state} />
        </FormActions>
        {problem && (
          <p role="alert" className={styles.error}>
            {problem}
          </p>
        )}
      </div>
    </fieldset>
  )
}
