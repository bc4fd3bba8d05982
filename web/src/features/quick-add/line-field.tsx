'use client'

import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react'
import { flushSync } from 'react-dom'
import { mark } from '../../ui/landmarks.ts'
import { cutSegments, editLine, findPartAt, type Line, turnBack } from './line.ts'
import styles from './line-field.module.css'
import { joinLines, splitLines } from './pasted-lines.ts'
import type { LineMark } from './read-line.ts'
import { Suggestions } from './suggestions.tsx'
import { type Names, optionId, useCompletion } from './use-completion.ts'

export type LineFieldProps = {
  field: RefObject<HTMLTextAreaElement | null>
  line: Line
  onChange: (line: Line) => void
  /** What is recognised, in the order of the text. */
  marks: readonly LineMark[]
  names: Names
  placeholder: string
  /** The id of the error message, if there is one. */
  problemId: string | undefined
  /** Whether the app's shortcuts focus this field. */
  isPlaceField: boolean
  onFocus: () => void
  onSubmit: () => void
  onPasteLines: (text: string, lines: readonly string[]) => void
  /** Leaves the field for what is below it. */
  onDown: (() => void) | undefined
}

/**
 * One line of any length in a real text field; behind it is the same text, which only shows its marks.
 * So the browser handles the caret, input methods, spelling and either direction of writing.
 */
export function LineField(props: LineFieldProps) {
  const { field, line, marks, names, problemId, onChange } = props
  const mirror = useRef<HTMLDivElement>(null)
  const [caret, setCaret] = useState(0)
  const [isFocused, setFocused] = useState(false)
  const completion = useCompletion({ text: isFocused ? line.text : '', caret }, names, (next) => {
    flushSync(() => onChange(editLine(line, next.text)))
    field.current?.setSelectionRange(next.caret, next.caret)
    setCaret(next.caret)
  })
  const isOpen = completion.suggestions.length > 0

  // The field may have had the focus before the app's code came.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page hydrates.
  useEffect(() => {
    if (document.activeElement === field.current) onFocus()
  }, [])

  function onFocus(): void {
    setFocused(true)
    setCaret(field.current?.selectionEnd ?? 0)
    props.onFocus()
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (!handleKey(event)) return
    event.preventDefault()
    // An overlay and the app's own keys would take Escape too.
    event.stopPropagation()
  }

  function handleKey(event: KeyboardEvent<HTMLTextAreaElement>): boolean {
    if (completion.onKeyDown(event)) return true
    const { selectionEnd, value } = event.currentTarget
    if (event.key === 'Enter') {
      props.onSubmit()
      return true
    }
    if (event.key === 'Escape') {
      const mark = findPartAt(marks, selectionEnd)
      if (mark) onChange(turnBack(line, [mark]))
      return mark !== undefined
    }
    if (event.key !== 'ArrowDown' || !props.onDown || selectionEnd !== value.length) return false
    props.onDown()
    return true
  }

  function onClick({ clientX, clientY }: MouseEvent): void {
    const pressed = [...(mirror.current?.querySelectorAll('[data-mark]') ?? [])].findIndex((mark) =>
      [...mark.getClientRects()].some(
        ({ left, right, top, bottom }) =>
          left <= clientX && clientX <= right && top <= clientY && clientY <= bottom,
      ),
    )
    const mark = marks[pressed]
    if (mark) onChange(turnBack(line, [mark]))
  }

  function onPaste(event: ClipboardEvent): void {
    const text = event.clipboardData.getData('text/plain')
    const lines = splitLines(text)
    if (lines.length < 2) return
    event.preventDefault()
    props.onPasteLines(text, lines)
  }

  return (
    <div className={styles.field}>
      <div ref={mirror} className={styles.mirror} aria-hidden="true" dir="auto">
        {cutSegments(line.text, marks).map(({ text, part }, index) =>
          part ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: segments are known by index alone.
            <span key={index} className={styles.mark} data-mark={part.tone}>
              {text}
            </span>
          ) : (
            text
          ),
        )}
        {'\u200b'}
      </div>
      <textarea
        ref={field}
        className={styles.text}
        dir="auto"
        rows={1}
        {...(props.isPlaceField && mark('addField'))}
        aria-label="Add a task"
        aria-keyshortcuts="q c"
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={isOpen ? completion.listId : undefined}
        aria-activedescendant={
          completion.active < 0 ? undefined : optionId(completion.listId, completion.active)
        }
        aria-invalid={problemId ? true : undefined}
        aria-describedby={problemId}
        placeholder={props.placeholder}
        autoComplete="off"
        enterKeyHint="done"
        value={line.text}
        onChange={({ target }) => {
          onChange(editLine(line, joinLines(target.value)))
          setCaret(target.selectionEnd)
        }}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionEnd)}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onPaste={onPaste}
        onFocus={onFocus}
        onBlur={() => setFocused(false)}
      />
      {isOpen && <Suggestions completion={completion} />}
    </div>
  )
}
