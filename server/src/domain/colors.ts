/** The colours a list or a tag can have. Each is a design token with a light and a dark value. */
export const colors = [
  'gray',
  'red',
  'orange',
  'yellow',
  'green',
  'teal',
  'blue',
  'indigo',
  'purple',
  'pink',
] as const

export type Color = (typeof colors)[number]

export function isColor(text: string): text is Color {
  return (colors as readonly string[]).includes(text)
}
