/** An instant as mails show it, in the person's zone and with the zone's name; without a zone in UTC. */
export function describeMoment(at: Date, timeZone: unknown): string {
  const zone = typeof timeZone === 'string' ? timeZone : 'UTC'
  const style = { dateStyle: 'long', timeStyle: 'short', timeZone: zone } as const
  return `${new Intl.DateTimeFormat('en-GB', style).format(at)} (${zone})`
}
