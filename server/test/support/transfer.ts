import type { Json } from './ask.ts'
import type { Person } from './person.ts'

/** What the API's two endpoints for files answer with a person's token. */
export async function exportFrom(
  url: string,
  person: Person,
  form: 'json' | 'csv' | 'ics' | 'md' | 'txt' = 'json',
) {
  const response = await fetch(`${url}/export.${form}`, {
    headers: { authorization: `Bearer ${person.token}` },
  })
  if (response.status !== 200)
    throw new Error(`An export was expected, found ${response.status}: ${await response.text()}`)
  return { headers: response.headers, text: await readWithMark(response) }
}

export async function exportJsonFrom(url: string, person: Person): Promise<Json> {
  return JSON.parse((await exportFrom(url, person)).text)
}

export async function importInto(
  url: string,
  person: Person,
  file: unknown,
  query = '',
): Promise<{ status: number; body: Json }> {
  const response = await fetch(`${url}/import${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${person.token}`, 'content-type': 'application/json' },
    body: typeof file === 'string' ? file : JSON.stringify(file),
  })
  return { status: response.status, body: await response.json() }
}

/** As `text()`, which would swallow a byte order mark. */
async function readWithMark(response: Response): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer())
}
