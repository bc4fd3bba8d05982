import { answerTimeoutMilliseconds } from './fetch-with-timeout.ts'
import { tokenEndpoint } from './token-source.ts'

declare global {
  interface Window {
    tendToken?: Promise<Response>
    tendCursor?: Promise<{ data?: { syncCursor: string } | null }>
    /** By the body of the request. */
    tendAnswers?: Record<string, Promise<Response>>
  }
}

/**
 * Asks for the first API token, with it where changes stand, and then what the page will ask first, all
 * while the app's code is still on its way: a page puts it into a script before that code. `bodies` are
 * those of the requests as the app's client sends them. Whether one fails is for whoever takes it.
 *
 * The cursor comes first, so that no change is missed between it and what is loaded.
 */
export function earlyRequestsScript(apiUrl: string, bodies: readonly string[]): string {
  const endpoint = JSON.stringify(`${apiUrl}/graphql`)
  const signal = `AbortSignal.timeout(${answerTimeoutMilliseconds})`
  const script = [
    `tendToken=fetch("${tokenEndpoint}",{cache:"no-store",signal:${signal}}).then(whole)`,
    'function json(answer){if(answer.ok)return answer.clone().json();throw answer}',
    `function ask(token,body){return fetch(${endpoint},{method:"POST",credentials:"omit",signal:${signal},headers:{authorization:"Bearer "+token,"content-type":"application/json"},body}).then(whole)}`,
    // What an answer holds is read at once: its time would run out while it waits for the code.
    'function whole(answer){return answer.arrayBuffer().then(function(body){return new Response(body,answer)})}',
    `tendCursor=tendToken.then(json).then(function({token}){return ask(token,'{"query":"{syncCursor}"}').then(json).then(function(cursor){tendAnswers={};${JSON.stringify(bodies)}.forEach(function(body){(tendAnswers[body]=ask(token,body)).catch(function(){})});return cursor})})`,
    'tendCursor.catch(function(){})',
  ].join(';')
  // What a script says may not end it.
  return script.replaceAll('<', '\\u003c')
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

/** The answer to a request that the page has made already, once; undefined when it hasn't. */
export function takeEarlyAnswer(body: unknown): Promise<Response> | undefined {
  if (typeof body !== 'string') return undefined
  const answer = window.tendAnswers?.[body]
  delete window.tendAnswers?.[body]
  return answer
}
