/** `AUTO` leaves it to the language and region of the device that shows it. */
export const weekStarts = ['AUTO', 'MONDAY', 'SATURDAY', 'SUNDAY'] as const
/** The same days as rules of repeats call them. */
export const weekStartDays = {
  MONDAY: 'MO',
  SATURDAY: 'SA',
  SUNDAY: 'SU',
} as const satisfies Record<Exclude<WeekStart, 'AUTO'>, string>
/** 31 Dec 2026, Dec 31, 2026, 2026-12-31. */
export const dateStyles = ['AUTO', 'DAY_FIRST', 'MONTH_FIRST', 'YEAR_FIRST'] as const
/** 14:30, 2:30 PM. */
export const timeStyles = ['AUTO', 'HOURS_24', 'HOURS_12'] as const
/** `SYSTEM` follows the device. */
export const themes = ['SYSTEM', 'LIGHT', 'DARK'] as const

export type WeekStart = (typeof weekStarts)[number]
export type DateStyle = (typeof dateStyles)[number]
export type TimeStyle = (typeof timeStyles)[number]
export type Theme = (typeof themes)[number]

/** How a person likes dates and times to be written. */
export type DatePreferences = {
  weekStartsOn: WeekStart
  dateStyle: DateStyle
  timeStyle: TimeStyle
}
