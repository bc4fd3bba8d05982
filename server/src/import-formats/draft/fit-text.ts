import { checkText, countCodePoints, type TextRule } from '../../domain/text/text.ts'
import type { ImportReport } from '../report.ts'

/** A line within its rule: cut where it is too long, another one where it is empty. */
export function fitLine(
  text: string,
  rule: TextRule,
  ifEmpty: string,
  report: ImportReport,
): string {
  // A line of a megabyte would take as long to normalise as to read.
  const line = clean(text.slice(0, rule.max * 8))
  const checked = checkText(line, rule)
  if (checked.ok && line.length === clean(text).length) return checked.value
  if (line.trim() === '' || !checkText(cut(line, rule.max), rule).ok) {
    report.add(`What has no ${rule.name} is called “${ifEmpty}” now.`)
    return ifEmpty
  }
  report.add(`A ${rule.name} has up to ${rule.max} characters; longer ones are cut.`, text)
  const shortened = checkText(cut(line, rule.max), rule)
  return shortened.ok ? shortened.value : ifEmpty
}

export function isTooLong(text: string, rule: TextRule): boolean {
  return text.length > rule.max && countCodePoints(clean(text)) > rule.max
}

/** Notes within their rule; undefined where there are none. */
export function fitNotes(text: string, rule: TextRule, report: ImportReport): string | undefined {
  const whole = text.toWellFormed().trim()
  if (whole === '') return undefined
  const checked = checkText(whole, rule)
  if (checked.ok) return checked.value
  report.add(
    `Notes have up to ${rule.max.toLocaleString('en')} characters; longer ones are cut.`,
    whole,
  )
  const shortened = checkText(
    [...whole.slice(0, rule.max * 2)].slice(0, rule.max - 1).join(''),
    rule,
  )
  return shortened.ok ? `${shortened.value}…` : undefined
}

function clean(text: string): string {
  return text.toWellFormed().replace(/\s+/g, ' ').trim()
}

function cut(line: string, max: number): string {
  const points = [...line]
  return points.length > max
    ? `${points
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`
    : line
}
