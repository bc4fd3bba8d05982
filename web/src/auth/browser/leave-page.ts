import { loginPath } from './next-path.ts'
import { leaveToOtherPerson } from './page-person.ts'

/**
 * Leaves a page whose session has ended: to sign in and come back, or, when somebody else is signed in
 * by now, to that person's start page. Everything the page held is dropped.
 */
export function leavePage({ isOther }: { isOther: boolean }): void {
  const { pathname, search } = window.location
  if (isOther) leaveToOtherPerson()
  else window.location.assign(loginPath(pathname + search))
}
