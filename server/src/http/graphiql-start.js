// Runs in the browser before GraphiQL's own bundle, and starts it.
// If the app has opened this page, it asks the app for a token by a message. The token stays in
// this page's memory and is only sent in requests to the API: it isn't shown, stored or part of an
// address.

const { appOrigins, schema, workers } = JSON.parse(document.getElementById('settings').textContent)
const longestQueryInAddress = 4_000
const answerMilliseconds = 3_000

self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_module, label) => workers[label] ?? workers.editorWorkerService,
}

const welcome = `# Ctrl Enter runs it, Ctrl Space shows what can be asked for.

query NextTasks {
  tasks(first: 5, filter: { completed: { eq: false } }) {
    nodes {
      id
      title
      dueOn
    }
  }
}
`

let token
const { opener } = self
let asking = askForToken()

/** Settles when the app has answered, or after a time without an answer. */
function askForToken() {
  token = undefined
  if (!opener || opener.closed) return Promise.resolve()
  return new Promise((resolve) => {
    const timeout = setTimeout(finish, answerMilliseconds)
    addEventListener('message', take)
    opener.postMessage('tend:token?', '*')

    function take({ source, origin, data }) {
      if (source !== opener || !appOrigins.includes(origin)) return
      if (typeof data?.token === 'string') token = data.token
      finish()
    }
    function finish() {
      clearTimeout(timeout)
      removeEventListener('message', take)
      resolve()
    }
  }).finally(showState)
}

const send = self.fetch
self.fetch = async (input, init) => {
  const address = new URL(input instanceof Request ? input.url : input, location.href)
  const headers = new Headers(init?.headers)
  const isOurs = address.origin === location.origin && address.pathname === location.pathname
  if (!isOurs || headers.has('authorization')) return send(input, init)
  await asking
  const answer = await sendWithToken(input, init, headers)
  if (answer.status !== 401 || !token) return answer
  // The token has expired since; the app may have another one.
  asking = askForToken()
  await asking
  return token ? sendWithToken(input, init, headers) : answer
}

function sendWithToken(input, init, headers) {
  if (token) headers.set('authorization', `Bearer ${token}`)
  return send(input, { ...init, headers })
}

function showState() {
  const state = document.getElementById('state')
  if (!state) return
  state.textContent = token ? 'signed in from the app' : 'no token: open this from the app'
  state.title = token
    ? 'Requests carry the token of your sign-in, unless Headers holds another.'
    : 'In the app: account menu, API. Or put {"Authorization": "Bearer …"} under Headers.'
}

addEventListener('DOMContentLoaded', async () => {
  const [answer] = await Promise.all([send(schema), asking])
  self.YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), {
    title:
      '<a href="/docs" target="_blank" style="color:inherit">Tend API docs</a> · <small id="state"></small>',
    logo: '<span></span>',
    defaultQuery: welcome,
    variables: new URL(location.href).searchParams.get('variables') ?? undefined,
    schema: await answer.json(),
    shouldPersistHeaders: false,
    onEditQuery: keepInAddress,
  })
  new MutationObserver((_changes, observer) => {
    if (!document.getElementById('state')) return
    observer.disconnect()
    showState()
  }).observe(document.getElementById('root'), { childList: true, subtree: true })
})

/**
 * Updates the address so that a reload and a copied link show the same, as long as servers accept
 * its length.
 */
function keepInAddress(query) {
  const address = new URL(location.href)
  address.searchParams.delete('query')
  if (query && query !== welcome && query.length <= longestQueryInAddress)
    address.searchParams.set('query', query)
  history.replaceState(history.state, '', address)
}
