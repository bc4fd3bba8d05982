/** One line of what is printed. */
export type Figure = {
  what: string
  measured: string
  budget?: string
  /** Whether the budget was kept; without a budget there is nothing to keep. */
  kept?: boolean
}

/** What has to stay at or below its budget. */
export function atMost(what: string, value: number, budget: number, unit: 'ms' | 'kB'): Figure {
  return { what, measured: write(value, unit), budget: write(budget, unit), kept: value <= budget }
}

export function write(value: number, unit: 'ms' | 'kB'): string {
  return `${value.toFixed(value < 100 ? 1 : 0)} ${unit}`
}

/** The value below which that share of all lies; `share` from 0 to 1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}
