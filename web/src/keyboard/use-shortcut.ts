'use client'

import { useEffect, useRef } from 'react'
import { readKeys, type Shortcut, type ShortcutId, shortcuts, spellKey } from './shortcuts.ts'

/** Does what a shortcut stands for; false when there is nothing to do, and others may. */
export type ShortcutHandler = () => unknown

const sequenceMilliseconds = 1_500
const typing = 'input, textarea, select, [contenteditable="true"]'
const ownKeys = '[role="menu"], [role="dialog"], [role="listbox"], [role="alertdialog"]'
// On these, Enter and Space press what has the focus; a task's link leaves Space to the map.
const pressable = 'button, [role="checkbox"], summary'

const handlers = new Map<ShortcutId, { current: ShortcutHandler }[]>()
let pending = ''
let pendingUntil = 0

/** Handles a shortcut while the component is there; of several, the newest is asked first. */
export function useShortcut(id: ShortcutId, handler: ShortcutHandler): void {
  const latest = useRef(handler)
  latest.current = handler
  useEffect(() => {
    const known = handlers.get(id) ?? []
    if (handlers.size === 0) document.addEventListener('keydown', onKeyDown)
    handlers.set(id, [latest, ...known])
    return () => {
      const others = handlers.get(id)?.filter((other) => other !== latest) ?? []
      if (others.length > 0) handlers.set(id, others)
      else handlers.delete(id)
      if (handlers.size === 0) document.removeEventListener('keydown', onKeyDown)
    }
  }, [id])
}

/** Does what a shortcut stands for, as if it had been pressed; false when there is nothing to do. */
export function runShortcut(id: ShortcutId): boolean {
  return handlers.get(id)?.some((handler) => handler.current() !== false) ?? false
}

/** Whether anybody handles a shortcut at the moment. */
export function isHandled(id: ShortcutId): boolean {
  return handlers.has(id)
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || isModifier(event.key)) return
  const key = spellKey(event)
  const read = readKeys(event.timeStamp < pendingUntil ? pending : '', key)
  const isTyping = isWithin(event, typing)
  pending = isTyping ? '' : read.pending
  pendingUntil = event.timeStamp + sequenceMilliseconds
  if (isWithin(event, ownKeys)) return
  if ((key === 'space' || key === 'enter') && isWithin(event, pressable)) return
  for (const id of read.ids) {
    if (isTyping && !(shortcuts[id] as Shortcut).whileTyping) continue
    if (!runShortcut(id)) continue
    event.preventDefault()
    return
  }
}

function isWithin({ target }: KeyboardEvent, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null
}

function isModifier(key: string): boolean {
  return key === 'Shift' || key === 'Control' || key === 'Alt' || key === 'Meta'
}
