/**
 * What a cell said before an export guarded it against being run as a formula: ours and others' put an
 * apostrophe before the sign.
 */
export function unguard(cell: string): string {
  return cell.replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/, '')
}
