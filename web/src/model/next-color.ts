import { type Color, colors } from '@tend/server/domain/colors'

type ApiColor = Uppercase<Color>

// Gray means no colour.
const choices = colors
  .filter((color) => color !== 'gray')
  .map((color) => color.toUpperCase() as ApiColor)

/** The colour for a new list or tag beside these: one that is used least. */
export function findNextColor(others: readonly { color?: ApiColor | null }[]): ApiColor {
  const uses = (color: ApiColor) => others.filter((other) => other.color === color).length
  return choices.reduce((best, color) => (uses(color) < uses(best) ? color : best))
}
