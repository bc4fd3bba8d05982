import type { Model, ModelInput, ModelTask } from './model-state.ts'

export type Code = 'NOT_FOUND' | 'CONFLICT' | 'BAD_USER_INPUT' | 'LIMIT_EXCEEDED'

/** `refused` is the code that refused everything; otherwise each named task has its own, or null. */
export type Outcome = { refused: Code } | { refused: null; results: (Code | null)[] }

export const done: Outcome = { refused: null, results: [null] }

/** The tasks that a mutation of the model names, and what speaks against each or all of them. */
export class ModelBatch {
  #targets: { id: string; task: ModelTask | undefined; codes: Code[] }[]
  #shared: Code[] = []
  #isAllOrNothing: boolean

  constructor(model: Model, { id, ids, mode }: ModelInput, trash: 'accepted' | 'refused') {
    this.#isAllOrNothing = mode !== 'EACH'
    this.#targets = [...new Set(ids ?? [id ?? ''])].map((named) => {
      const task = model.tasks.find((each) => each.id === named)
      const codes: Code[] = task ? [] : ['NOT_FOUND']
      if (task?.deleted && trash === 'refused') codes.push('CONFLICT')
      return { id: named, task, codes }
    })
  }

  /** Those with nothing against them so far. */
  accepted(): ModelTask[] {
    return this.#targets.flatMap(({ task, codes }) => (task && codes.length === 0 ? task : []))
  }

  refuse(task: ModelTask, code: Code): void {
    this.#targets.find((target) => target.task === task)?.codes.push(code)
  }

  refuseAll(codes: readonly Code[]): void {
    this.#shared.push(...codes)
  }

  /** Does it to those with nothing against them, unless that refuses everybody. */
  carryOut(change: (tasks: ModelTask[]) => void): Outcome {
    const own = this.#isAllOrNothing ? this.#targets.flatMap(({ codes }) => codes) : []
    const refused = joinCodes([...this.#shared, ...own])
    if (refused) return { refused }
    change(this.accepted())
    return { refused: null, results: this.#targets.map(({ codes }) => joinCodes(codes)) }
  }
}

/** Problems of different kinds are together one of the input. */
export function joinCodes(codes: readonly Code[]): Code | null {
  const [first, ...others] = new Set(codes)
  return others.length > 0 ? 'BAD_USER_INPUT' : (first ?? null)
}
