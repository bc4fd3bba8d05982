/** A value that passed its rule, in its normal form, or why it didn't, in words for a person. */
export type Checked<T> = { ok: true; value: T } | { ok: false; message: string }

export function accept<T>(value: T): Checked<T> {
  return { ok: true, value }
}

export function refuse(message: string): { ok: false; message: string } {
  return { ok: false, message }
}
