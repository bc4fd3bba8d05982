import { tokenEndpoint } from './token-source.ts'

declare global {
  interface Window {
    tendToken?: Promise<Response>
    tendCursor?: Promise<{ data?: { syncCursor: string } | null }>
  }
}

/**
 * Asks for the first API token, and with it where changes stand, while the app's code is still on its
 * way: a page puts it into a script before that code. Whether it fails is for whoever takes it.
 * Without quotes and angle brackets, which React would escape.
 */
export function earlyRequestsScript(apiUrl: string): string {
  return [
    `tendToken=fetch(\`${tokenEndpoint}\`,{cache:\`no-store\`})`,
    'function json(answer){if(answer.ok)return answer.clone().json();throw answer}',
    `tendCursor=tendToken.then(json).then(function({token}){return fetch(\`${apiUrl}/graphql\`,{method:\`POST\`,credentials:\`omit\`,headers:{authorization:\`Bearer \`+token,[\`content-type\`]:\`application/json\`},body:JSON.stringify({query:\`{syncCursor}\`})})}).then(json)`,
    'tendCursor.catch(function(){})',
  ].join(';')
}

/** The answer that the page has asked for, once; undefined when it has asked for none. */
export function takeEarlyToken(): Promise<Response> | undefined {
  if (typeof window === 'undefined') return undefined
  const answer = window.tendToken
  delete window.tendToken
  return answer
}

/** The cursor that the page has asked for, once; undefined when it has asked for none or got none. */
export async function takeEarlyCursor(): Promise<string | undefined> {
  const answer = window.tendCursor
  delete window.tendCursor
  const got = await answer?.catch(() => undefined)
  return got?.data?.syncCursor
}
