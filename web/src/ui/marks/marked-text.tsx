import type { TextRange } from '@tend/server/domain/text/search-marks'
import { Fragment } from 'react'

export type MarkedTextProps = {
  text: string
  /** The marked ranges, in order and without overlaps. */
  ranges: readonly TextRange[]
}

/** A text in which what somebody searched for is highlighted. */
export function MarkedText({ text, ranges }: MarkedTextProps) {
  return (
    <>
      {ranges.map(({ start, end }, index) => (
        <Fragment key={start}>
          {text.slice(ranges[index - 1]?.end ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(ranges.at(-1)?.end ?? 0)}
    </>
  )
}
