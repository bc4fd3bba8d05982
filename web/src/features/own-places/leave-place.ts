import { inbox, isSamePlace, type Place } from '../../places/address.ts'
import { goTo, readPlace } from '../../places/navigation.ts'

/** For a place that goes: when it is on the screen, another comes, the inbox by default. */
export function leavePlace(place: Place, instead: Place = inbox): void {
  if (isSamePlace(readPlace(), place)) goTo({ place: instead })
}
