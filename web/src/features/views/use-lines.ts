import { useRef } from 'react'

/** The lines of a part of the builder, and their actions. The box contains the button that adds one. */
export function useLines<Line>(lines: readonly Line[], onChange: (lines: readonly Line[]) => void) {
  const box = useRef<HTMLFieldSetElement>(null)
  return {
    box,
    add: (line: Line) => onChange([...lines, line]),
    change: (index: number, line: Line) => onChange(lines.with(index, line)),
    /** The removed line had the focus, so the button that adds one gets it. */
    remove(index: number) {
      onChange(lines.toSpliced(index, 1))
      box.current?.querySelector<HTMLElement>(':scope > div > [data-add]')?.focus()
    },
  }
}
