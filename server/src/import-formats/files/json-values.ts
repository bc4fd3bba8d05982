export type JsonObject = Readonly<Record<string, unknown>>

// Files are written by others: each value may be anything.

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function toObject(value: unknown): JsonObject {
  return isObject(value) ? value : {}
}

/** The objects of a list; nothing of what isn't one. */
export function toObjects(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}

export function toTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.flatMap((item) => toText(item) ?? []) : []
}

/** A text that says something, or a number as a text. */
export function toText(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

export function toNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}

/** Sorted by what may be a number or be missing. */
export function sortByNumber<Item>(items: readonly Item[], keyOf: (item: Item) => unknown): Item[] {
  return items.toSorted((one, other) => (toNumber(keyOf(one)) ?? 0) - (toNumber(keyOf(other)) ?? 0))
}
