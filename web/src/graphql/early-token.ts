import { answerTimeoutMs } from './fetch-with-timeout.ts'
import { tokenEndpoint } from './token-source.ts'

declare global {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface adds to the one that is declared there.
  interface Window {
    tendToken?: Promise<Response>
  }
}

/**
 * Asks for the first API token while the app's code is still on its way: a page puts it into a script
 * before that code, and after `pagePersonScript`. The caller that takes it handles a failure.
 */
export function earlyTokenScript(): string {
  const signal = `AbortSignal.timeout(${answerTimeoutMs})`
  return [
    // The body is read at once: it would time out while it waits for the code.
    `tendToken=fetch("${tokenEndpoint}"+tendPerson,{cache:"no-store",signal:${signal}}).then(function(answer){return answer.arrayBuffer().then(function(body){return new Response(body,answer)})})`,
    'tendToken.catch(function(){})',
  ].join(';')
}

/** The answer that the page has asked for, once; undefined when it has asked for none. */
export function takeEarlyToken(): Promise<Response> | undefined {
  if (typeof window === 'undefined') return undefined
  const answer = window.tendToken
  delete window.tendToken
  return answer
}
