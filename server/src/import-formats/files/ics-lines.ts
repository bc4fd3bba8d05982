/** One property of a calendar file: `DUE;TZID=Europe/Berlin:20261201T090000`. */
export type IcsProperty = {
  name: string
  parameters: Readonly<Record<string, string>>
  value: string
  line: number
}

/** A part between BEGIN and END, with the parts in it. */
export type IcsComponent = {
  name: string
  properties: IcsProperty[]
  components: IcsComponent[]
}

const maxNesting = 20

/** The components of a calendar file (RFC 5545); what isn't closed at the end counts all the same. */
export function readIcs(text: string): IcsComponent[] {
  const root: IcsComponent = { name: '', properties: [], components: [] }
  const open = [root]
  for (const property of listProperties(text)) {
    const current = open.at(-1) as IcsComponent
    if (property.name === 'BEGIN') {
      const component = { name: property.value.toUpperCase(), properties: [], components: [] }
      current.components.push(component)
      if (open.length < maxNesting) open.push(component)
    } else if (property.name === 'END') {
      if (open.length > 1) open.pop()
    } else current.properties.push(property)
  }
  return root.components
}

/** The first property of that name. */
export function findProperty({ properties }: IcsComponent, name: string): IcsProperty | undefined {
  return properties.find((property) => property.name === name)
}

export function readIcsText(property: IcsProperty | undefined): string | undefined {
  return property?.value.replace(/\\([\\;,nN])/g, (_, sign: string) =>
    /n/i.test(sign) ? '\n' : sign,
  )
}

function* listProperties(text: string): Generator<IcsProperty> {
  let parts: string[] = []
  let startedAt = 1
  let line = 0
  const lines = text.split(/\r\n|\r|\n/)
  for (const written of lines) {
    line += 1
    if (/^[ \t]/.test(written) && parts.length > 0) {
      parts.push(written.slice(1))
      continue
    }
    const property = readProperty(parts.join(''), startedAt)
    if (property) yield property
    parts = [written]
    startedAt = line
  }
  const last = readProperty(parts.join(''), startedAt)
  if (last) yield last
}

function readProperty(text: string, line: number): IcsProperty | undefined {
  const head = /^([A-Za-z0-9-]{1,100})((?:;[A-Za-z0-9-]{1,100}=(?:"[^"]*"|[^";:]*))*):/.exec(text)
  if (!head) return undefined
  const [whole, name = '', parameters = ''] = head
  const named = [...parameters.matchAll(/;([A-Za-z0-9-]+)=(?:"([^"]*)"|([^";:]*))/g)]
  return {
    name: name.toUpperCase(),
    parameters: Object.fromEntries(
      named.map(([, key = '', quoted, plain]) => [key.toUpperCase(), quoted ?? plain ?? '']),
    ),
    value: text.slice(whole.length),
    line,
  }
}
