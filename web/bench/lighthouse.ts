import { type Figure, quantile } from './figure.ts'
import type { FilledProduct } from './filled-product.ts'
import { loadLighthouse } from './lighthouse-package.ts'

const budget = 95
const runs = 3
const categories = ['performance', 'accessibility', 'best-practices'] as const

/** Of what Lighthouse gives, what is read here. */
type Report = {
  categories: Record<
    string,
    { title: string; score: number; auditRefs: { id: string; weight: number }[] }
  >
  audits: Record<string, Audit>
}

type Audit = {
  title: string
  score: number | null
  displayValue?: string
  details?: { items?: { description?: string }[] }
}

type Lighthouse = (url: string, flags: object) => Promise<{ lhr: Report }>

/** What Lighthouse makes of sign in and of the inbox, as a mid phone on a slow network would show them. */
export async function measureWithLighthouse(product: FilledProduct): Promise<Figure[]> {
  const { default: lighthouse } = await loadLighthouse<{ default: Lighthouse }>()
  await using window = await product.openSignedIn()
  const cookies = await window.page.context().cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  return [
    ...(await judge(lighthouse, product, 'sign in', '/login', {})),
    ...(await judge(lighthouse, product, 'inbox', '/inbox', { cookie })),
  ]
}

async function judge(
  lighthouse: Lighthouse,
  { webUrl, debuggingPort }: FilledProduct,
  name: string,
  path: string,
  extraHeaders: Record<string, string>,
): Promise<Figure[]> {
  const reports: Report[] = []
  for (let run = 0; run < runs; run += 1) {
    const flags = {
      port: debuggingPort,
      onlyCategories: categories,
      extraHeaders,
      logLevel: 'error',
      output: 'json',
    }
    const { lhr } = await lighthouse(`${webUrl}${path}`, flags)
    checkShown(lhr, path)
    reports.push(lhr)
  }
  return categories.flatMap((category) => {
    const scores = reports.map((report) => (report.categories[category]?.score ?? 0) * 100)
    const score = quantile(scores, 0.5)
    const report = reports[scores.indexOf(score)]
    const title = report?.categories[category]?.title.toLowerCase()
    const what = `Lighthouse, ${name}, ${title}`
    const judged = { what, measured: score.toFixed(0), budget: `${budget}`, kept: score >= budget }
    return [judged, ...(score < 100 && report ? listLosses(report, category) : [])]
  })
}

/** A page that fails shows something else than what is to be measured, and shows it fast. */
function checkShown({ audits }: Report, path: string): void {
  const errors = audits['errors-in-console']
  if (errors?.score === 1) return
  const said = errors?.details?.items?.map(({ description }) => description).join('\n')
  throw new Error(`${path} was expected to show itself without errors, and logged: ${said}`)
}

/** What takes points away. */
function listLosses(report: Report, category: string): Figure[] {
  const refs = report.categories[category]?.auditRefs ?? []
  return refs.flatMap(({ id, weight }) => {
    const audit = report.audits[id]
    if (!audit || weight === 0 || audit.score === null || audit.score >= 0.995) return []
    return [{ what: `· ${audit.title}`, measured: audit.displayValue ?? audit.score.toFixed(2) }]
  })
}
