import type { DateStyle, Theme, TimeStyle, WeekStart } from '../domain/preferences.ts'
import { builder } from '../graphql/builder.ts'

type Values<Name extends string> = Record<Name, { value: Name; description: string }>

export const WeekStartType = builder.enumType('WeekStart', {
  description: 'The day that a week begins with.',
  values: {
    AUTO: { value: 'AUTO', description: 'As is usual where the device is set to be.' },
    MONDAY: { value: 'MONDAY', description: 'Monday.' },
    SATURDAY: { value: 'SATURDAY', description: 'Saturday.' },
    SUNDAY: { value: 'SUNDAY', description: 'Sunday.' },
  } as const satisfies Values<WeekStart>,
})

export const DateStyleType = builder.enumType('DateStyle', {
  description: 'How dates are written.',
  values: {
    AUTO: { value: 'AUTO', description: 'As is usual where the device is set to be.' },
    DAY_FIRST: { value: 'DAY_FIRST', description: '31 Dec 2026.' },
    MONTH_FIRST: { value: 'MONTH_FIRST', description: 'Dec 31, 2026.' },
    YEAR_FIRST: { value: 'YEAR_FIRST', description: '2026-12-31.' },
  } as const satisfies Values<DateStyle>,
})

export const TimeStyleType = builder.enumType('TimeStyle', {
  description: 'How times of day are written.',
  values: {
    AUTO: { value: 'AUTO', description: 'As is usual where the device is set to be.' },
    HOURS_24: { value: 'HOURS_24', description: '14:30.' },
    HOURS_12: { value: 'HOURS_12', description: '2:30 PM.' },
  } as const satisfies Values<TimeStyle>,
})

export const ThemeType = builder.enumType('Theme', {
  description: 'The colours of the app.',
  values: {
    SYSTEM: { value: 'SYSTEM', description: 'Light or dark as the device is.' },
    LIGHT: { value: 'LIGHT', description: 'Dark text on a light page.' },
    DARK: { value: 'DARK', description: 'Light text on a dark page.' },
  } as const satisfies Values<Theme>,
})
