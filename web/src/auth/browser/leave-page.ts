import { loginPath } from './next-path.ts'
import { leaveToOtherPerson } from './page-person.ts'

/**
 * Leaves a page whose session has ended: to sign in and come back, or, when somebody else is signed in
 * by now, to where that person begins. What the page held is gone with it.
 */
export function leavePage({ isOther }: { isOther: boolean }): void {
  const { pathname, search } = window.location
  if (isOther) leaveToOtherPerson()
  else window.location.assign(loginPath(pathname + search))
}
