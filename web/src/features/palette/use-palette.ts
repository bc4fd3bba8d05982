import { useCallback, useState } from 'react'
import { useShortcut } from '../../keyboard/use-shortcut.ts'

export type PaletteState = {
  open: boolean
  /** What had the focus when it was opened: commands act on it, and it gets the focus back. */
  before: HTMLElement | null
}

/** Opens and closes the palette; undefined until it is first opened. */
export function usePalette() {
  const [palette, setPalette] = useState<PaletteState>()
  const openPalette = useCallback(() => {
    const { activeElement } = document
    setPalette({ open: true, before: activeElement instanceof HTMLElement ? activeElement : null })
  }, [])
  const closePalette = useCallback(
    () => setPalette((state) => state && { ...state, open: false }),
    [],
  )
  useShortcut('palette', openPalette)
  return { palette, openPalette, closePalette }
}
