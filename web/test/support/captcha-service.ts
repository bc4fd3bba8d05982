import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'

/** A real peer that speaks as Turnstile does: its script, the page in its frame, and its judgement. */
export interface CaptchaService extends AsyncDisposable {
  url: string
  siteKey: string
  secretKey: string
  /** An answer as somebody gets who passed the check; good once. */
  pass(): string
  /** How often it was asked to judge. */
  judged(): number
  /** Answers every question from now on with 500. */
  fail(failing: boolean): void
}

export async function startCaptchaService(): Promise<CaptchaService> {
  const [siteKey, secretKey] = ['a site key', 'a secret key & its "signs"']
  const passed = new Set<string>()
  let judged = 0
  let failing = false
  const pass = () => {
    const answer = crypto.randomUUID()
    passed.add(answer)
    return answer
  }

  async function judge(request: IncomingMessage): Promise<object> {
    judged += 1
    const form = new URLSearchParams(await text(request))
    if (form.get('secret') !== secretKey)
      return { success: false, 'error-codes': ['invalid-input-secret'] }
    if (passed.delete(form.get('response') ?? '')) return { success: true }
    return { success: false, 'error-codes': ['invalid-input-response'] }
  }

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://service')
    response.statusCode = failing ? 500 : 200
    if (failing) return void response.end()
    if (pathname === '/v0/siteverify')
      return void response.end(JSON.stringify(await judge(request)))
    if (pathname === '/v0/api.js') {
      response.setHeader('content-type', 'text/javascript')
      return void response.end(script)
    }
    if (pathname === '/v0/frame' && searchParams.get('sitekey') === siteKey) {
      response.setHeader('content-type', 'text/html')
      return void response.end(frame)
    }
    if (pathname === '/v0/pass') return void response.end(pass())
    response.statusCode = 404
    response.end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  return {
    url: `http://127.0.0.1:${port}/v0`,
    siteKey,
    secretKey,
    pass,
    judged: () => judged,
    fail(now) {
      failing = now
    },
    async [Symbol.asyncDispose]() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

const script = `
const { origin } = new URL(document.currentScript.src)
const frames = new Map()
window.turnstile = {
  render(place, { sitekey, callback }) {
    const frame = document.createElement('iframe')
    frame.title = 'Check that you are a person'
    frame.src = origin + '/v0/frame?sitekey=' + encodeURIComponent(sitekey)
    const listen = (event) => event.source === frame.contentWindow && callback(event.data)
    addEventListener('message', listen)
    place.append(frame)
    const id = crypto.randomUUID()
    frames.set(id, () => { removeEventListener('message', listen); frame.remove() })
    return id
  },
  remove(id) { frames.get(id)() },
}
`

const frame = `<!doctype html><html lang="en"><title>Check</title>
<main><h1>Check</h1><button>I am a person</button></main>
<script>
document.querySelector('button').onclick = async ({ target }) => {
  parent.postMessage(await (await fetch('/v0/pass')).text(), '*')
  target.textContent = 'Passed'
}
</script>`
