import type { InputBuilder } from './add-mutation.ts'

/** For updates that should only happen if the caller has seen the latest version. */
export function unchangedSinceField(t: InputBuilder) {
  return {
    ifUnchangedSince: t.field({
      type: 'DateTime',
      description:
        'The updatedAt of what you have seen: when it is another by now, the change is refused with CONFLICT, reason CHANGED_SINCE, and nothing is done. Without it the change happens whatever was changed since.',
    }),
  }
}
