import type { Generated } from 'kysely'

/** Something to be done for a person at a time, or that was done. */
export type DeliveryTable = {
  user_id: Generated<string>
  /** What makes it the only one of its person: the same thing is never put there twice. */
  dedupe: string
  /** Which handler takes it up, or what it records. */
  kind: string
  /** The object that it is about. */
  subject_id: string
  /** What its handler has to know beside that, as JSON. */
  detail: unknown
  fire_at: string
  next_at: string
  after_at: Generated<string>
  not_after: string | null
  attempts: Generated<number>
  /** `resting`: there is nothing to do until something happens. */
  state: Generated<'waiting' | 'resting' | 'done' | 'given up'>
}
