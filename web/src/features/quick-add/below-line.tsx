'use client'

import { lazy, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { Later } from '../../ui/hydration/later.tsx'
import { isByTouch } from '../../ui/layers/pointer-kind.ts'
import { editLine, turnBack } from './line.ts'
import { Meanings } from './meanings.tsx'
import type { Writing } from './use-writing.ts'

const AddChips = lazy(() =>
  import('./add-chips.tsx').then((module) => ({ default: module.AddChips })),
)

export type BelowLineProps = {
  field: RefObject<HTMLTextAreaElement | null>
  writing: Pick<Writing, 'line' | 'reading' | 'edit'>
}

/** What the line means, and by touch what can be chosen for it. */
export function BelowLine({ field, writing }: BelowLineProps) {
  const { line, reading, edit } = writing

  function write(text: string): void {
    flushSync(() => edit(editLine(line, text)))
    field.current?.setSelectionRange(text.length, text.length)
  }

  return (
    <>
      {reading && (
        <Meanings
          reading={reading}
          onTurnBack={({ ranges }) => {
            edit(turnBack(line, ranges))
            field.current?.focus()
          }}
        />
      )}
      {isByTouch() && (
        <Later>
          <AddChips
            text={line.text}
            read={reading?.read}
            onWrite={write}
            onClose={() => field.current?.focus()}
          />
        </Later>
      )}
    </>
  )
}
