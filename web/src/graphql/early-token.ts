import { tokenEndpoint } from './token-source.ts'

declare global {
  interface Window {
    tendToken?: Promise<Response>
  }
}

/**
 * Asks for the first API token while the app's code is still on its way: a page puts it into a script
 * before that code. Whether it fails is for whoever takes it. Without quotes and angle brackets, which
 * React would escape.
 */
export const earlyTokenScript = `tendToken=fetch(\`${tokenEndpoint}\`,{cache:\`no-store\`});tendToken.catch(function(){})`

/** The answer that the page has asked for, once; undefined when it has asked for none. */
export function takeEarlyToken(): Promise<Response> | undefined {
  if (typeof window === 'undefined') return undefined
  const answer = window.tendToken
  delete window.tendToken
  return answer
}
