/** The median of measured values, and their spread. */
export type Spread = {
  median: number
  lowest: number
  highest: number
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (nth: number) => sorted[nth] ?? Number.NaN
  const middle = sorted.length / 2
  const median =
    sorted.length % 2 === 1 ? at(Math.floor(middle)) : (at(middle - 1) + at(middle)) / 2
  return { median, lowest: at(0), highest: at(sorted.length - 1) }
}
