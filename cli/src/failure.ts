/** How a run of `tend` ends. Scripts rely on these; cli/README.md lists them. */
export const exitCodes = {
  done: 0,
  refused: 1,
  wrongUsage: 2,
  notSignedIn: 3,
  notReachable: 4,
} as const

/** A task that a text could mean. */
export type Candidate = { id: string; title: string; list: string; dueOn: string | null }

type Facts = {
  message: string
  /** One of the API's, or one of ours, for `--json`. */
  code: string
  exitCode: (typeof exitCodes)[keyof typeof exitCodes]
  candidates?: readonly Candidate[] | undefined
  requestId?: string | undefined
  cause?: unknown
}

/** What a person is told instead of what they asked for: what was expected, found, and what to do. */
export class Failure extends Error {
  override name = 'Failure'
  readonly code: string
  readonly exitCode: Facts['exitCode']
  readonly candidates: readonly Candidate[]
  readonly requestId: string | undefined

  constructor({ message, code, exitCode, candidates = [], requestId, cause }: Facts) {
    super(message, { cause })
    this.code = code
    this.exitCode = exitCode
    this.candidates = candidates
    this.requestId = requestId
  }
}

/** For a command that was written wrongly. */
export function failUsage(message: string): Failure {
  return new Failure({ message, code: 'WRONG_USAGE', exitCode: exitCodes.wrongUsage })
}

/** For what isn't there, or can't be meant. */
export function failRefused(
  code: string,
  message: string,
  candidates?: readonly Candidate[],
): Failure {
  return new Failure({ message, code, candidates, exitCode: exitCodes.refused })
}

export function failNotSignedIn(message: string): Failure {
  return new Failure({ message, code: 'NOT_SIGNED_IN', exitCode: exitCodes.notSignedIn })
}
