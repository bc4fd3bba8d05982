'use client'

import { textLimits } from '@tend/server/domain/limits'
import { useEffect, useRef, useState } from 'react'
import { goTo } from '../../places/navigation.ts'
import { SearchIcon } from '../../ui/marks/icons.tsx'
import styles from './search-field.module.css'

const pauseMs = 120

/** Where a search is typed; the address follows a moment behind, so that it can be sent and reloaded. */
export function SearchField({ query }: { query: string }) {
  const [text, setText] = useState(query)
  const [shownQuery, setShownQuery] = useState(query)
  const field = useRef<HTMLInputElement>(null)

  // Back, forward and links change the address; what is typed here only comes back.
  if (query !== shownQuery) {
    setShownQuery(query)
    if (query.trim() !== text.trim()) setText(query)
  }

  useEffect(() => field.current?.focus(), [])

  useEffect(() => {
    if (text === query) return
    const timer = setTimeout(
      () => goTo({ place: { kind: 'search', query: text } }, { replace: true }),
      pauseMs,
    )
    return () => clearTimeout(timer)
  }, [text, query])

  return (
    <search className={styles.search}>
      <SearchIcon className={styles.sign} />
      <input
        ref={field}
        type="search"
        className={styles.field}
        aria-label="Search your tasks"
        placeholder="Search your tasks"
        autoComplete="off"
        enterKeyHint="search"
        maxLength={textLimits.searchText.max}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </search>
  )
}
