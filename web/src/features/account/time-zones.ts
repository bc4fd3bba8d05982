/**
 * What the IANA time zone database calls a zone today where browsers still list an older name: they
 * take the names of CLDR, which never change (`iana` in its `timezone.xml`).
 */
const todaysNames: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
}

export type TimeZone = {
  id: string
  /** The city that it is named after: "Los Angeles". */
  name: string
  /** "UTC+5:30", at the given instant. */
  offset: string
  /** What a search matches: its names, old and new, its continent and its offset. */
  words: string
}

/**
 * The zones to choose from, from west to east, each once and under today's name. `current` is always
 * among them.
 *
 * @param ids as `Intl.supportedValuesOf('timeZone')` gives them
 * @param at the instant that offsets are for, in ms
 */
export function listTimeZones(ids: readonly string[], current: string, at: number): TimeZone[] {
  const known = new Set([...ids, current, 'UTC'].map(modernTimeZone))
  const zones = [...known].map((id) => describeTimeZone(id, at))
  return zones
    .toSorted((a, b) => a.minutes - b.minutes || (a.name < b.name ? -1 : 1))
    .map(({ minutes, ...zone }) => zone)
}

/** Whether each word of a query is the beginning of one of the words of a zone. */
export function findsTimeZone({ words }: TimeZone, query: string): boolean {
  const own = splitWords(words)
  return splitWords(query).every((asked) => own.some((word) => word.startsWith(asked)))
}

/** What IANA calls a zone today. */
export function modernTimeZone(id: string): string {
  return todaysNames[id] ?? id
}

/** The city that a zone is named after: "Los Angeles". */
export function nameTimeZone(id: string): string {
  return modernTimeZone(id)
    .slice(modernTimeZone(id).lastIndexOf('/') + 1)
    .replaceAll('_', ' ')
}

function describeTimeZone(id: string, at: number): TimeZone & { minutes: number } {
  const minutes = readOffset(id, at)
  const offset = `UTC${describeOffset(minutes)}`
  const old = Object.keys(todaysNames).find((name) => todaysNames[name] === id) ?? ''
  return { id, name: nameTimeZone(id), offset, words: `${id} ${old} ${offset}`, minutes }
}

function readOffset(id: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: id,
    timeZoneName: 'shortOffset',
  }).formatToParts(at)
  const text = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign = '+', hours = '0', minutes = '0'] = /([+\-−])(\d+)(?::(\d+))?/.exec(text) ?? []
  return (sign === '+' ? 1 : -1) * (Number(hours) * 60 + Number(minutes))
}

function describeOffset(minutes: number): string {
  const size = Math.abs(minutes)
  const rest = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`
  return `${minutes < 0 ? '−' : '+'}${Math.floor(size / 60)}${rest}`
}

/** Treats a minus sign like the hyphen of keyboards. */
function splitWords(text: string): string[] {
  return text
    .toLowerCase()
    .replaceAll('−', '-')
    .split(/[\s/_,]+/)
    .filter(Boolean)
    .flatMap((word) => (/^utc[+-]/.test(word) ? [word, word.slice(3)] : [word]))
}
