'use client'

import { lazy, useRef, useState } from 'react'
import { useShell } from '../../model/shell/use-shell.ts'
import { Later } from '../../ui/hydration/later.tsx'
import { ColorDot } from '../../ui/marks/color-dot.tsx'
import { InboxIcon } from '../../ui/marks/icons.tsx'
import styles from './owned-choice.module.css'

const Picker = lazy(() =>
  import('../../ui/layers/picker.tsx').then((module) => ({ default: module.Picker })),
)

export type OwnedChoiceProps = {
  kind: 'list' | 'tag'
  chosen: readonly string[]
  onChange: (ids: readonly string[]) => void
}

/** Several of the person's lists or tags. Deleted ones stay chosen until they are removed. */
export function OwnedChoice({ kind, chosen, onChange }: OwnedChoiceProps) {
  const { lists, archivedLists, tags } = useShell()
  const button = useRef<HTMLButtonElement>(null)
  const [picker, setPicker] = useState<'never' | 'open' | 'closed'>('never')
  const known = kind === 'list' ? [...lists, ...archivedLists] : tags
  const names = chosen.map((id) => known.find((item) => item.id === id)?.name ?? 'One that is gone')
  const gone = chosen.filter((id) => !known.some((item) => item.id === id))
  const items = [
    ...known.map((item) => ({ id: item.id, name: item.name, sign: renderSign(item) })),
    ...gone.map((id) => ({ id, name: 'One that is gone', sign: <ColorDot color={null} /> })),
  ]

  function toggle(id: string): void {
    const others = chosen.filter((other) => other !== id)
    onChange(others.length < chosen.length ? others : [...chosen, id])
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.button}
        aria-haspopup="dialog"
        aria-label={`Choose ${kind}s: ${names.join(', ') || 'none chosen'}`}
        data-empty={chosen.length === 0 || undefined}
        onClick={() => setPicker(picker === 'open' ? 'closed' : 'open')}
      >
        {names.join(', ') || `Choose ${kind}s`}
      </button>
      <Later>
        {picker !== 'never' && (
          <Picker
            label={kind === 'list' ? 'Lists' : 'Tags'}
            hint={`Find a ${kind}`}
            anchor={button}
            open={picker === 'open'}
            onClose={() => setPicker('closed')}
            items={items}
            chosen={chosen}
            takes="several"
            onToggle={toggle}
          />
        )}
      </Later>
    </>
  )
}

type Signed = Parameters<typeof ColorDot>[0] & { isInbox?: boolean }

function renderSign({ color, icon, isInbox }: Signed) {
  return isInbox ? <InboxIcon /> : <ColorDot color={color} icon={icon} />
}
