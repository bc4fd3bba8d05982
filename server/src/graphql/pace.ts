/** How many points' worth of objects one person's operations create before others have their turn. */
const usualPointsATurn = 500
/** How long a person with more work waits for the next turn: about as long as one takes. */
const restBetweenTurnsMs = 10

/**
 * Asks to create objects worth so many points for a person.
 *
 * @returns undefined when they may be created now, else a promise to wait for
 */
export type Pace = (userId: string, points: number) => Promise<void> | undefined

type Person = {
  /** Points that are left in this turn; below zero after a list that is longer than a turn. */
  left: number
  waiting: { points: number; begin: () => void }[]
}

/**
 * Spreads the work of one person's operations over the turns of the event loop, however many of them run at
 * once: between two turns everybody else's requests are read and answered, and get half of the time. A
 * usual page never waits.
 */
export function createPace(pointsATurn = usualPointsATurn, restMs = restBetweenTurnsMs): Pace {
  const people = new Map<string, Person>()

  function beginTurn(userId: string, person: Person): void {
    person.left = Math.min(pointsATurn, person.left + pointsATurn)
    while (person.left > 0) {
      const next = person.waiting.shift()
      if (!next) break
      person.left -= next.points
      next.begin()
    }
    if (person.waiting.length > 0) setTimeout(beginTurn, restMs, userId, person)
    else if (person.left < pointsATurn) setImmediate(beginTurn, userId, person)
    else people.delete(userId)
  }

  return (userId, points) => {
    let person = people.get(userId)
    if (!person) {
      person = { left: pointsATurn, waiting: [] }
      people.set(userId, person)
      setImmediate(beginTurn, userId, person)
    }
    const { waiting } = person
    if (person.left <= 0) return new Promise((resolve) => waiting.push({ points, begin: resolve }))
    person.left -= points
    return undefined
  }
}
