/** What exports and imports cost, in points of a person's budget; `docs/api.md` says the same. */
export const transferCost = {
  /** For each, so that empty ones aren't free. Refused when the budget is used up. */
  entry: 10,
  /** How much of an export a point pays for, in characters (UTF-16 code units). */
  exportedCharacters: 1_000,
  /** How much of a file to be imported a point pays for, in bytes. */
  importedBytes: 2_000,
  /** Each list, tag, view and task that is new to the account. */
  addedObject: 1,
} as const
