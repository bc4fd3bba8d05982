'use client'

import { textLimits } from '@tend/server/domain/limits'
import { searchTerms } from '@tend/server/domain/text/search-words'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { setPlaceSearch } from '../../model/places/place-search.store.ts'
import type { TaskRequest } from '../../model/places/task-request.ts'
import type { Place } from '../../places/address.ts'
import { fixedTitle } from '../../places/titles.ts'
import { IconButton } from '../../ui/button.tsx'
import { SearchIcon } from '../../ui/marks/icons.tsx'
import { CloseIcon } from '../../ui/marks/more-icons.tsx'
import { Placeholder } from '../../ui/marks/notice.tsx'
import { QuotedText } from '../../ui/marks/quoted-text.tsx'
import styles from './place-search.module.css'

/** What a place shows instead of all that it holds. */
export type Narrowed = { request: TaskRequest; empty: ReactNode }

export type PlaceSearchProps = {
  place: Place
  request: TaskRequest
  /** Called with nothing when all is to be shown again. */
  onNarrow: (narrowed: Narrowed | undefined) => void
}

const pauseMs = 120

/** Searches one place, as it is typed. Escape clears it. */
export function PlaceSearch({ place, request, onNarrow }: PlaceSearchProps) {
  const [text, setText] = useState('')
  const field = useRef<HTMLInputElement>(null)

  useEffect(() => {
    const words = text.trim()
    const show = () => {
      const isSearch = searchTerms(words).length > 0
      setPlaceSearch(isSearch ? words : '')
      onNarrow(isSearch ? narrow(request, words) : undefined)
    }
    if (words === '') return show()
    const timer = setTimeout(show, pauseMs)
    return () => clearTimeout(timer)
  }, [text, request, onNarrow])

  useEffect(() => () => setPlaceSearch(''), [])

  function clear(): void {
    setText('')
    field.current?.focus()
  }

  function clearByKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || text === '') return
    event.preventDefault()
    event.stopPropagation()
    clear()
  }

  const label = `Search ${fixedTitle(place) ?? ''}`
  return (
    <search className={styles.search}>
      <SearchIcon className={styles.sign} />
      <input
        ref={field}
        type="search"
        className={styles.field}
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        enterKeyHint="search"
        maxLength={textLimits.searchText.max}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={clearByKey}
      />
      {text !== '' && (
        <IconButton label="Clear search" className={styles.clear} onClick={clear}>
          <CloseIcon />
        </IconButton>
      )}
    </search>
  )
}

function narrow(request: TaskRequest, words: string): Narrowed | undefined {
  if (request.kind === 'search') return undefined
  return {
    request: { ...request, filter: { ...request.filter, search: words } },
    empty: (
      <Placeholder title={<QuotedText text={`Nothing here matches “${words}”`} />}>
        <p>Try fewer or different words.</p>
      </Placeholder>
    ),
  }
}
