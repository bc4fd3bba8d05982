/** An instant as mails tell it, in the person's zone and with its name; without one in UTC. */
export function describeMoment(at: Date, timeZone: unknown): string {
  const zone = typeof timeZone === 'string' ? timeZone : 'UTC'
  const style = { dateStyle: 'long', timeStyle: 'short', timeZone: zone } as const
  return `${new Intl.DateTimeFormat('en-GB', style).format(at)} (${zone})`
}
