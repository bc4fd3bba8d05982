import { classNames } from '../class-names.ts'
import styles from './saved-mark.module.css'

/** The state of saving a field. */
export type SaveState =
  | { kind: 'idle' | 'saving' | 'saved' }
  | { kind: 'failed' /** Why, as a sentence. */; message: string }

/** A quiet word about a field that saves itself; its error is shown by the field. */
export function SavedMark({ state }: { state: SaveState }) {
  return (
    <span role="status" className={classNames(styles.mark, styles[state.kind])}>
      {state.kind === 'saved' && 'Saved'}
      {state.kind === 'saving' && 'Saving…'}
    </span>
  )
}

/** Why saving failed, as a sentence. */
export function findFailure(state: SaveState): string | undefined {
  return state.kind === 'failed' ? state.message : undefined
}
