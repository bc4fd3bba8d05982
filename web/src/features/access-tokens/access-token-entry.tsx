import { Button } from '../../ui/button.tsx'
import { Entry, EntryLine } from '../../ui/lists/entry-list.tsx'
import { describeInstant, describePast, type InstantStyle } from '../../ui/time-words.ts'
import styles from './access-token-entry.module.css'
import type { AccessTokenData } from './access-tokens.query.ts'
import { scopes, scopeWords } from './scope-words.ts'

export type AccessTokenEntryProps = {
  token: AccessTokenData
  style: InstantStyle
  onRevoke: () => void
}

/** The name of a token, its permissions, and whether it is used. */
export function AccessTokenEntry({ token, style, onRevoke }: AccessTokenEntryProps) {
  const { name, lastUsedAt, expiresAt } = token
  return (
    <Entry
      title={name}
      action={
        <Button aria-label={`Revoke “${name}”`} onClick={onRevoke}>
          Revoke
        </Button>
      }
    >
      <EntryLine
        parts={scopes.filter((scope) => token.scopes.includes(scope)).map((one) => scopeWords[one])}
      />
      <EntryLine
        parts={[
          lastUsedAt ? `Last used ${describePast(lastUsedAt, style)}` : 'Never used',
          describeExpiry(expiresAt, style),
        ]}
      />
    </Entry>
  )
}

function describeExpiry(expiresAt: string | null | undefined, style: InstantStyle) {
  if (!expiresAt) return 'Never expires'
  const day = describeInstant(expiresAt, style)
  if (expiresAt > style.now) return `Expires ${day}`
  return <span className={styles.expired}>Expired {day}</span>
}
