'use client'

import { useEffect, useRef } from 'react'
import { takeEarlyKeys } from './early-keys.ts'
import { holdKey, holdKeys } from './held-keys.ts'
import { findMappedKey, type KeyboardScript, readScript } from './key-place.ts'
import { createKeyQueue, type KeyQueue } from './key-queue.ts'
import { expectPart, isPartLoading, listenToParts } from './loading-parts.ts'
import { readKeys, type Shortcut, type ShortcutId, shortcuts, spellKey } from './shortcuts.ts'

/** Runs a shortcut's action; false when there is nothing to do, and others may. */
export type ShortcutHandler = () => unknown

const sequenceMs = 1_500
const typing = 'input, textarea, [role="combobox"]'
const ownKeys = '[role="menu"], [role="dialog"], [role="listbox"], [role="alertdialog"]'
// On these, Enter and Space press what has the focus; a task's link leaves Space to the map.
const pressable = 'button, [role="checkbox"], summary'

/** How long a page's first keys wait for their handlers. */
const patienceMs = 2_000

type Pressed = { event: KeyboardEvent; key: string; ids: readonly ShortcutId[]; mayWait: boolean }

const handlers = new Map<ShortcutId, { current: ShortcutHandler }[]>()
let pending = ''
let pendingUntil = 0
let lastIds: readonly ShortcutId[] = []
let script: KeyboardScript
let queue: KeyQueue<Pressed> | undefined

/** Handles a shortcut while the component is there; of several, the newest is asked first. */
export function useShortcut(id: ShortcutId, handler: ShortcutHandler): void {
  const latest = useRef(handler)
  latest.current = handler
  useEffect(() => {
    const known = handlers.get(id) ?? []
    if (handlers.size === 0) document.addEventListener('keydown', onKeyDown)
    handlers.set(id, [latest, ...known])
    queue ??= beginQueue()
    // Once everything that loads with it is there, too.
    queueMicrotask(queue.retry)
    return () => {
      const others = handlers.get(id)?.filter((other) => other !== latest) ?? []
      if (others.length > 0) handlers.set(id, others)
      else handlers.delete(id)
      if (handlers.size === 0) document.removeEventListener('keydown', onKeyDown)
    }
  }, [id])
}

/** Runs a shortcut as if it had been pressed; false when there is nothing to do. */
export function runShortcut(id: ShortcutId): boolean {
  return handlers.get(id)?.some((handler) => handler.current() !== false) ?? false
}

/** Whether a shortcut has a handler at the moment. */
export function isHandled(id: ShortcutId): boolean {
  return handlers.has(id)
}

function beginQueue(): KeyQueue<Pressed> {
  const begun = createKeyQueue(handle, isPartLoading)
  listenToParts(begun.retry)
  expectPart(patienceMs)
  // Keys that were kept from the browser were kept for the app.
  for (const event of takeEarlyKeys()) take(begun, event)
  return begun
}

function onKeyDown(event: KeyboardEvent): void {
  if (queue && !event.defaultPrevented) take(queue, event)
}

function take(keys: KeyQueue<Pressed>, event: KeyboardEvent): void {
  if (isModifier(event.key)) return
  script = readScript(event.key, script)
  const { altKey, ctrlKey, metaKey, shiftKey } = event
  const key = spellKey({ key: findMappedKey(event, script), altKey, ctrlKey, metaKey, shiftKey })
  const read = readKeys(event.timeStamp < pendingUntil ? pending : '', key)
  pending = isWithin(event, typing) ? '' : read.pending
  pendingUntil = event.timeStamp + sequenceMs
  if (event.repeat && read.ids.some(actsOnce)) {
    // A held Backspace in a field is the field's.
    if (!isWithin(event, typing)) event.preventDefault()
    return
  }
  const isTab = key === 'tab' || key === 'shift+tab'
  // The browser handles these itself; Tab is a shortcut only right after a step to a row.
  const isAfterStep = lastIds.includes('next') || lastIds.includes('previous')
  const mayWait = isTab ? isAfterStep : key !== 'enter' && key !== 'space'
  if (isTab && mayWait && isPartLoading() && !read.ids.some(isHandled)) event.preventDefault()
  lastIds = read.ids
  keys.take({ event, key, ids: read.ids, mayWait })
}

/** False when it may have a handler that is still loading. */
function handle({ event, key, ids, mayWait }: Pressed): boolean {
  const isTyping = isWithin(event, typing)
  // In a field it is typed right where it was pressed.
  if ((!isTyping && holdKey(event)) || isWithin(event, ownKeys)) return true
  if ((key === 'space' || key === 'enter') && isWithin(event, pressable)) return true
  const isEmpty = (event.target as HTMLInputElement).value === ''
  const meant = ids.filter((id) => {
    const { whileTyping, whileEmpty } = shortcuts[id] as Shortcut
    return !isTyping || whileTyping || (whileEmpty && isEmpty)
  })
  const { activeElement } = document
  const done = meant.find(runShortcut)
  if (done) event.preventDefault()
  if (done && (shortcuts[done] as Shortcut).opens) holdKeys(activeElement)
  return meant.length === 0 || meant.some(isHandled) || !mayWait
}

function isWithin({ target }: KeyboardEvent, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null
}

function actsOnce(id: ShortcutId): boolean {
  return !(shortcuts[id] as Shortcut).whileHeld
}

function isModifier(key: string): boolean {
  return /^(Shift|Control|Alt|Meta)$/.test(key)
}
