// The limits that the app's first page needs. All others are in `limits.ts`, and come with what uses them.

/** How many objects one bulk mutation may name, at least and at most. */
export const bulkSize = { min: 1, max: 1000 } as const

/** How long deleted objects stay in the trash. */
export const trashDays = 30

/** How many keys an order has at most. */
export const maxOrderKeys = 5
