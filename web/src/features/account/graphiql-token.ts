import type { TokenSource } from '../../graphql/token-source.ts'

/** What GraphiQL asks the page that opened it. */
const question = 'tend:token?'

let isAnswering = false

/**
 * From now on, and as long as this page lives, gives the API's own GraphiQL this session's token
 * whenever it asks. Both ends name the other's origin, so that no other page is answered or listens in.
 */
export function answerGraphiql(apiUrl: string, tokens: TokenSource): void {
  if (isAnswering) return
  isAnswering = true
  const { origin } = new URL(apiUrl)
  addEventListener('message', (event) => {
    if (event.origin !== origin || event.data !== question) return
    const { source } = event
    void tokens.renew().then(
      (token) => source?.postMessage({ token }, { targetOrigin: origin }),
      () => source?.postMessage({}, { targetOrigin: origin }),
    )
  })
}
