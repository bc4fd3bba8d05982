/** What Tend uses of Turnstile's script (https://developers.cloudflare.com/turnstile/get-started/client-side-rendering/). */
export type Turnstile = {
  render(
    place: HTMLElement,
    options: {
      sitekey: string
      theme: string
      size: 'flexible'
      'response-field': boolean
      callback: (answer: string) => void
      'expired-callback': () => void
      'error-callback': () => void
    },
  ): string
  remove(id: string): void
}

let loading: Promise<Turnstile> | undefined

/** Loads the script once; after a failure the next call tries again. Rejects when it can't be loaded. */
export function loadTurnstile(url: string): Promise<Turnstile> {
  loading ??= load(url).catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}

function load(url: string): Promise<Turnstile> {
  return new Promise((done, fail) => {
    const script = document.createElement('script')
    script.src = `${url}/api.js?render=explicit`
    script.onload = () => {
      const { turnstile } = window as { turnstile?: Turnstile }
      if (turnstile) done(turnstile)
      else fail(new Error(`${script.src} was expected to bring Turnstile, and didn't`))
    }
    script.onerror = () => fail(new Error(`${script.src} can't be loaded`))
    document.head.append(script)
  })
}
