/** What to say to somebody who has tried too often. */
export function describeWait(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  if (seconds > 90) return `Too many attempts. Try again in ${minutes} minutes.`
  return `Too many attempts. Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`
}
