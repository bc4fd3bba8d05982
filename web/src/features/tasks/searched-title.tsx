import { findMarks } from '@tend/server/domain/text/search-marks'
import { searchTerms } from '@tend/server/domain/text/search-words'
import { MarkedText } from '../../ui/marks/marked-text.tsx'

/** A title that a search found, with the matches marked. */
export function SearchedTitle({ title, query }: { title: string; query: string }) {
  return <MarkedText text={title} ranges={findMarks(title, searchTerms(query))} />
}
