import { inbox, isSamePlace, type Place } from '../../places/address.ts'
import { goTo, readPlace } from '../../places/navigation.ts'

/** Goes to another place, the inbox by default, if the one that is going away is on the screen. */
export function leavePlace(place: Place, instead: Place = inbox): void {
  if (isSamePlace(readPlace(), place)) goTo({ place: instead })
}
