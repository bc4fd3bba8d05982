import { setTimeout as sleep } from 'node:timers/promises'

export type DemoClient = {
  /** The GraphQL endpoint. */
  url: string
  token: string
}

type Answer<Data> = {
  data?: Data | null
  errors?: { message: string; extensions?: { code?: string } }[]
}

/**
 * Sends one operation, and waits for as long as the API says when the budget is used up.
 *
 * @returns its data, or undefined when the API answers CONFLICT: the owner has changed what an earlier run
 * created, so it is left alone.
 * @throws Error with one sentence when the API doesn't run or refuses.
 */
export async function send<Data>(
  client: DemoClient,
  query: string,
  input?: object,
): Promise<Data | undefined> {
  const response = await request(client, JSON.stringify({ query, variables: { input } }))
  const answer = (await response.json().catch(() => ({}))) as Answer<Data>
  const [error] = answer.errors ?? []
  if (error?.extensions?.code === 'CONFLICT') return undefined
  if (error) throw new Error(`The API refused the demo: ${error.message}`)
  if (!answer.data) throw new Error(`The API answered with HTTP ${response.status}.`)
  return answer.data
}

async function request(client: DemoClient, body: string): Promise<Response> {
  for (;;) {
    const response = await post(client, body)
    if (response.status !== 429) return response
    await sleep(Number(response.headers.get('retry-after') ?? 1) * 1000)
  }
}

async function post({ url, token }: DemoClient, body: string): Promise<Response> {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body,
    })
  } catch (error) {
    throw new Error(
      `The API doesn't answer at ${url}: start it with \`npm start\`, then try again.`,
      { cause: error },
    )
  }
}
