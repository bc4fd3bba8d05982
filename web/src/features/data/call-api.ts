import type { TokenSource } from '../../graphql/token-source.ts'

export const unreachable = 'Tend can’t be reached right now. Check your connection and try again.'

/** What a failed request says in the API's own words for people, or that it was our fault. */
export function explainAnswer(body: unknown): { message: string; details: string[] } {
  const [error] = (body as { errors?: ApiError[] } | undefined)?.errors ?? []
  if (!error) return { message: 'Something went wrong on our side. Try again.', details: [] }
  const issues = error.extensions?.issues ?? []
  if (issues.length === 0) return { message: error.message, details: [] }
  const details = issues.map(({ path, message }) => `${path.join(' › ')}: ${message}`)
  return { message: 'This file can’t be imported, and nothing was changed.', details }
}

type ApiError = {
  message: string
  extensions?: { issues?: { path: (string | number)[]; message: string }[] }
}

/** A token that lasts for the request about to be made. @throws as `TokenSource.renew` */
export async function getToken(tokens: TokenSource): Promise<string> {
  return (tokens.isDue() ? undefined : tokens.peek()) ?? tokens.renew()
}
