import DataLoader from 'dataloader'
import { getUser } from '../../account/user.queries.ts'
import type { AsUser } from '../../db/user-database.ts'
import { type Day, dayAt } from '../../domain/dates/day.ts'

/** Loads the person's time zone once for sibling tasks, which each ask for `'own'`. */
export function createTimeZoneLoader(asUser: AsUser): DataLoader<'own', string> {
  return new DataLoader(
    async (keys) => {
      const { timeZone } = await asUser(getUser)
      return keys.map(() => timeZone)
    },
    { cache: false },
  )
}

/** Which day it is for the person. */
export async function loadToday(timeZones: DataLoader<'own', string>): Promise<Day> {
  return dayAt(Temporal.Now.instant(), await timeZones.load('own'))
}
