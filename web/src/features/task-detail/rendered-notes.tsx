'use client'

import { type ComponentProps, createContext, useContext, useId } from 'react'
import Markdown, { type Components, type ExtraProps } from 'react-markdown'
import remarkBreaks from 'remark-breaks'
import remarkGfm from 'remark-gfm'
import { findNotesTarget } from './notes-link.ts'
import styles from './rendered-notes.module.css'
import { boxAttribute, taskBoxes } from './task-boxes.plugin.ts'
import { toggleTaskItem } from './toggle-task-item.ts'

export type RenderedNotesProps = {
  text: string
  /** What the notes are after a box in them was ticked; without it the boxes are fixed. */
  onChange: ((text: string) => void) | undefined
}

const EditContext = createContext<RenderedNotesProps>({ text: '', onChange: undefined })
const ItemContext = createContext<string | undefined>(undefined)

// People who write notes don't expect Markdown to drop single line breaks.
const plugins = [remarkGfm, remarkBreaks, taskBoxes]
const components: Components = { a: NotesLink, img: ImageLink, input: TaskBox, li: Item }

/**
 * Notes rendered from Markdown, with their line breaks. HTML in them stays text, and so do unsafe
 * links.
 */
export function RenderedNotes({ text, onChange }: RenderedNotesProps) {
  // The parser drops a byte order mark, which would shift the offsets.
  const edited = { text: text.replace(/^\uFEFF/, ''), onChange }
  return (
    <EditContext value={edited}>
      <div className={styles.notes} dir="auto">
        <Markdown remarkPlugins={plugins} components={components} urlTransform={keepUrl}>
          {edited.text}
        </Markdown>
      </div>
    </EditContext>
  )
}

/** Keeps every address: `NotesLink` decides which ones become links, and leaves the others as text. */
function keepUrl(url: string): string {
  return url
}

function NotesLink({ href, children }: ComponentProps<'a'>) {
  // A footnote and the way back from it.
  if (href?.startsWith('#')) return <a href={href}>{children}</a>
  const target = href && findNotesTarget(href)
  if (!target) return <>{children}</>
  // Opening these in a tab would leave it empty beside the program for the call or the mail.
  if (!/^https?:/i.test(target)) return <a href={target}>{children}</a>
  return (
    <a href={target} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  )
}

/** A picture from elsewhere would reveal to its server who reads, and when; so it is a link. */
function ImageLink({ src, alt }: ComponentProps<'img'>) {
  return <NotesLink href={typeof src === 'string' ? src : undefined}>{alt || 'Picture'}</NotesLink>
}

function Item({ node, children, className }: ComponentProps<'li'> & ExtraProps) {
  const id = useId()
  const { text, onChange } = useContext(EditContext)
  const box = node?.properties[boxAttribute]
  return (
    <ItemContext value={id}>
      <li
        id={id}
        className={className?.includes('task-list-item') ? styles.task : undefined}
        data-box={box}
        onChange={(event) => {
          // An item within another one handles its own box.
          event.stopPropagation()
          if (typeof box === 'number') onChange?.(toggleTaskItem(text, box))
        }}
      >
        {children}
      </li>
    </ItemContext>
  )
}

function TaskBox({ checked }: ComponentProps<'input'>) {
  const { onChange } = useContext(EditContext)
  return (
    <input
      type="checkbox"
      aria-labelledby={useContext(ItemContext)}
      checked={checked ?? false}
      disabled={!onChange}
      readOnly
    />
  )
}
