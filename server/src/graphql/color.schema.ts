import type { Color } from '../domain/colors.ts'
import { builder } from './builder.ts'

/** In the API a colour is spelt in capitals, as enum values are; in rows it is the domain's word. */
export const ColorType = builder.enumType('Color', {
  description: 'The colour of a list or a tag. Each has a light and a dark shade in the apps.',
  values: {
    GRAY: { value: 'gray', description: 'Gray.' },
    RED: { value: 'red', description: 'Red.' },
    ORANGE: { value: 'orange', description: 'Orange.' },
    YELLOW: { value: 'yellow', description: 'Yellow.' },
    GREEN: { value: 'green', description: 'Green.' },
    TEAL: { value: 'teal', description: 'Teal, between green and blue.' },
    BLUE: { value: 'blue', description: 'Blue.' },
    INDIGO: { value: 'indigo', description: 'Indigo, between blue and purple.' },
    PURPLE: { value: 'purple', description: 'Purple.' },
    PINK: { value: 'pink', description: 'Pink.' },
  } as const satisfies Record<Uppercase<Color>, { value: Color; description: string }>,
})
