import type { Priority } from '../priority.ts'
import type { Finding } from './finding.ts'
import { type Scene, wordAt } from './phrase.ts'
import { lookUp } from './words.ts'

const signs: Readonly<Record<string, Exclude<Priority, 'NONE'>>> = {
  ...{ '!urgent': 'URGENT', '!1': 'URGENT' },
  ...{ '!high': 'HIGH', '!2': 'HIGH' },
  ...{ '!medium': 'MEDIUM', '!med': 'MEDIUM', '!3': 'MEDIUM' },
  ...{ '!low': 'LOW', '!4': 'LOW' },
}

/** `!high`, `!1`: a sign of its own, nothing inside or behind a word. */
export function findPriority(scene: Scene, index: number): Finding | undefined {
  const priority = lookUp(signs, wordAt(scene, index))
  return priority && { kind: 'PRIORITY', from: index, to: index + 1, priority }
}
