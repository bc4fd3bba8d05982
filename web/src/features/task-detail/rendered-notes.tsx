'use client'

import { type ComponentProps, createContext, useContext, useId } from 'react'
import Markdown, { type Components, type ExtraProps } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import styles from './rendered-notes.module.css'
import { toggleTaskItem } from './toggle-task-item.ts'

export type RenderedNotesProps = {
  text: string
  /** What the notes are after a box in them was ticked; without it the boxes are fixed. */
  onChange: ((text: string) => void) | undefined
}

const EditContext = createContext<RenderedNotesProps>({ text: '', onChange: undefined })
const ItemContext = createContext<string | undefined>(undefined)

const plugins = [remarkGfm]
const components: Components = { a: NotesLink, img: ImageLink, input: TaskBox, li: Item }

/** Notes as their Markdown means them. HTML in them stays text, and links lead only to safe protocols. */
export function RenderedNotes(props: RenderedNotesProps) {
  return (
    <EditContext value={props}>
      <div className={styles.notes} dir="auto">
        <Markdown remarkPlugins={plugins} components={components}>
          {props.text}
        </Markdown>
      </div>
    </EditContext>
  )
}

function NotesLink({ href, children }: ComponentProps<'a'>) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  )
}

/** A picture from elsewhere would tell its server who reads, and when; so it is a link to it. */
function ImageLink({ src, alt }: ComponentProps<'img'>) {
  return <NotesLink href={typeof src === 'string' ? src : undefined}>{alt || 'Picture'}</NotesLink>
}

function Item({ node, children, className }: ComponentProps<'li'> & ExtraProps) {
  const id = useId()
  const { text, onChange } = useContext(EditContext)
  const offset = node?.position?.start.offset
  return (
    <ItemContext value={id}>
      <li
        id={id}
        className={className?.includes('task-list-item') ? styles.task : undefined}
        onChange={(event) => {
          // An item within another one is told by itself.
          event.stopPropagation()
          if (offset !== undefined) onChange?.(toggleTaskItem(text, offset))
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
