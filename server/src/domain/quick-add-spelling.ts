import { lookUp } from './quick-add-words.ts'

/** What is often written for a word of the grammar: slips of the finger, and what phones made usual. */
const spellings: Readonly<Record<string, readonly string[]>> = {
  tomorrow: [
    ...[
      'tomorow',
      'tommorow',
      'tommorrow',
      'tomorrrow',
      'tomorro',
      'tomorrw',
      'tomarrow',
      'tmorrow',
    ],
    ...[
      'tmrw',
      'tmr',
      'tmrrw',
      'tmw',
      'tmoro',
      'tomoro',
      '2moro',
      '2morow',
      '2morrow',
      'tomoz',
      'tmrow',
    ],
  ],
  today: ['todya', '2day', 'toady', 'tday'],
  tonight: ['tonite', '2nite', '2night', 'tonigth', 'tonght', 'tonihgt'],
  night: ['nite', 'nigth'],
  morning: ['moring', 'mornign', 'mornin', 'mornning'],
  afternoon: ['afternon', 'aftrenoon', 'afernoon', 'afternoom'],
  evening: ['evning', 'eveing', 'evenning'],
  monday: ['mnday', 'moday', 'monady', 'mondey'],
  tuesday: ['tuseday', 'tusday', 'teusday', 'tuesay', 'tuesdy', 'tueday', 'tuesdey'],
  wednesday: [
    ...['wensday', 'wednsday', 'wendsday', 'wedensday', 'wednesdy', 'wenesday', 'wendesday'],
    ...['wednseday', 'wednesay', 'weds'],
  ],
  thursday: ['thrusday', 'thursay', 'thurday', 'thirsday', 'tursday', 'thursdy', 'thrusdy'],
  friday: ['firday', 'fridy', 'frday', 'fridey', 'firady', 'friady'],
  saturday: ['satuday', 'saterday', 'satruday', 'saturdy', 'staurday', 'saturady', 'satday'],
  sunday: ['sundy', 'snuday', 'sudnay', 'suday'],
  january: ['janurary', 'januray', 'janury', 'janaury'],
  february: ['febuary', 'feburary', 'februrary', 'febraury', 'februray'],
  august: ['agust', 'augest'],
  september: ['septmber', 'setpember', 'septemeber', 'septembr'],
  october: ['ocotber', 'octobr', 'octber'],
  november: ['novemeber', 'novembr', 'novmber', 'novemebr'],
  december: ['decemeber', 'decembr', 'decmber', 'decemebr'],
  every: ['evry', 'evrey', 'eveyr', 'ervery', 'ev'],
  everyday: ['everday', 'evryday'],
  daily: ['dialy', 'daliy'],
  weekly: ['weekley', 'weeky'],
  monthly: ['montly', 'monthley'],
  weekend: ['weeknd', 'wknd', 'weeekend'],
  next: ['nxt', 'nex'],
  week: ['wek', 'weel'],
  until: ['untill', 'unitl'],
}
const bySpelling: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(spellings).flatMap(([word, variants]) => variants.map((text) => [text, word])),
)

/** The word that a piece of the line is, as the grammar knows it: `Dec.` is dec, `9 P.M.` is pm. */
export function toWord(text: string): string {
  const lower = text.toLowerCase().replaceAll('’', "'")
  const isoDay = /^(\d{4}-\d\d-\d\d)t$/.exec(lower)?.[1]
  if (isoDay !== undefined) return isoDay
  const undotted = lower.length > 1 ? lower.replace(/^([^.]+)\.$/, '$1') : lower
  const plain = undotted.replace(/^((?:\d[\d:.]*)?[ap])\.m\.?$/, '$1m')
  return lookUp(bySpelling, plain) ?? plain
}
