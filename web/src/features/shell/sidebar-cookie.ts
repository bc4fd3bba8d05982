/** The server reads it, too, so that a page arrives with the right layout. */
export const sidebarCookie = 'tend-sidebar'

const folded = 'folded'

export function isFolded(value: string | undefined): boolean {
  return value === folded
}

export function sidebarCookieValue(isSidebarFolded: boolean): string {
  return isSidebarFolded ? folded : 'open'
}
