import type { Scope } from '../auth/viewer.ts'

/** Whoever calls a tool: what their token allows, and their way to the API. */
export type Caller = {
  scopes: ReadonlySet<Scope>
  /** Where people open the app, without a slash at the end. */
  webUrl: string
  /**
   * Runs one operation of the API as the caller, with all its limits and costs.
   *
   * @throws ApiError when there are errors in the answer
   */
  ask: <Data>(query: string, variables?: Record<string, unknown>) => Promise<Data>
}

/** What the API, or a tool before it, refuses: a code of `docs/errors.md`, and words for the agent. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}
