import { trashDays } from '@tend/server/domain/early-limits'
import type { Place } from '../../places/address.ts'
import { PlaceLink } from '../../places/place-link.tsx'
import { Placeholder } from '../../ui/marks/notice.tsx'

/** Shown in place of a list, a tag or a view that doesn't exist, or doesn't any more. */
export function MissingPlace({ place }: { place: Place }) {
  return (
    <Placeholder title="There is nothing here" level={1}>
      <p>It may have been deleted, or the address is mistyped.</p>
      {place.kind === 'list' && (
        <p>
          A list that was deleted is in the{' '}
          <PlaceLink to={{ place: { kind: 'trash' } }}>trash</PlaceLink> for {trashDays} days.
        </p>
      )}
    </Placeholder>
  )
}
