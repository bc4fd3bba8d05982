// `pg` ships this module as part of its public files, without types.
declare module 'pg/lib/utils.js' {
  /** A parameter as the text (or bytes) that PostgreSQL reads; arrays become array literals. */
  export function prepareValue(value: unknown): string | Buffer | null
}
