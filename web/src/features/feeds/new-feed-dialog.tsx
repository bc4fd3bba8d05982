'use client'

import { type RefObject, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { Dialog } from '../../ui/layers/dialog.tsx'
import { Notice } from '../../ui/marks/notice.tsx'
import { everything } from './feed-entry.tsx'
import styles from './feeds.module.css'
import type { FeedView } from './feeds.query.ts'
import { MadeFeed } from './made-feed.tsx'
import { useCreateFeed } from './use-create-feed.ts'

/** The value for no view: a select has texts. */
const noView = ''

export type NewFeedDialogProps = {
  views: readonly FeedView[]
  /** The view that is chosen at first. */
  initialView: string | undefined
  open: boolean
  onClose: () => void
  returnFocus: RefObject<HTMLElement | null>
}

/** Asks what a calendar shows, creates its address, and shows that once. */
export function NewFeedDialog({
  views,
  initialView,
  open,
  onClose,
  returnFocus,
}: NewFeedDialogProps) {
  const create = useCreateFeed()
  const [chosen, setChosen] = useState(initialView ?? noView)
  const [address, setAddress] = useState<string>()
  const [state, setState] = useState<{ sending: boolean; problem?: string }>({ sending: false })

  async function run(): Promise<void> {
    const view = views.find(({ id }) => id === chosen)
    setState({ sending: true })
    const outcome = await create({ name: view?.name ?? everything, viewId: view?.id ?? null })
    setState(outcome.ok ? { sending: false } : { sending: false, problem: outcome.message })
    if (outcome.ok) setAddress(outcome.data)
  }

  function close(): void {
    setAddress(undefined)
    setState({ sending: false })
    onClose()
  }

  return (
    <Dialog
      title={address ? 'Your calendar address' : 'New calendar address'}
      open={open}
      onClose={close}
      returnFocus={returnFocus}
    >
      {address ? (
        <MadeFeed address={address} onDone={close} />
      ) : (
        <div className={styles.content}>
          <SelectField
            label="Shows"
            value={chosen}
            options={[
              { value: noView, label: everything },
              ...views.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            state={{ kind: 'idle' }}
            onChange={setChosen}
          />
          {state.problem && <Notice>{state.problem}</Notice>}
          <FormActions>
            <Button look="primary" disabled={state.sending} onClick={() => void run()}>
              {state.sending ? 'Creating…' : 'Create address'}
            </Button>
            <Button onClick={close}>Cancel</Button>
          </FormActions>
        </div>
      )}
    </Dialog>
  )
}
