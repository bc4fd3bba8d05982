'use client'

import { Placeholder } from '../../ui/marks/notice.tsx'
import { PlaceSearch, type PlaceSearchProps } from './place-search.tsx'
import { SearchField } from './search-field.tsx'

/** The field of the search, and of a place that can be searched by itself. */
export function PlaceField(props: PlaceSearchProps) {
  const { place } = props
  if (place.kind !== 'search') return <PlaceSearch {...props} />
  return (
    <>
      <SearchField query={place.query} />
      {place.query.trim() === '' && (
        <Placeholder title="What are you looking for?">
          <p>Searches titles and notes in all lists.</p>
        </Placeholder>
      )}
    </>
  )
}
