/** How many of the file's objects were new to the account, and how many it had already. */
export type ImportCount = {
  added: number
  kept: number
}

export function countOf(all: readonly unknown[], added: number): ImportCount {
  return { added, kept: all.length - added }
}
