'use client'

import type { RefObject } from 'react'
import { useConnection } from '../../graphql/graphql-provider.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Dialog } from '../../ui/layers/dialog.tsx'
import { OutsideIcon } from '../../ui/marks/more-icons.tsx'
import styles from './api-dialog.module.css'
import { answerGraphiql } from './graphiql-token.ts'

export type ApiDialogProps = {
  apiUrl: string
  open: boolean
  onClose: () => void
  /** Gets the focus when the dialog closes. */
  returnFocus: RefObject<HTMLElement | null>
}

/** What people need to call the API with their own account. */
export function ApiDialog({ apiUrl, open, onClose, returnFocus }: ApiDialogProps) {
  const { tokens } = useConnection()
  const endpoint = `${apiUrl}/graphql`
  const example = curlExample(endpoint)
  return (
    <Dialog title="API" open={open} onClose={onClose} returnFocus={returnFocus}>
      <div className={styles.content}>
        <p>
          Everything here also works from your own programs, over GraphQL. Send a token with each
          request, and the API answers with your permissions.
        </p>
        <section className={styles.part} aria-label="Address">
          <h3 className={styles.heading}>Address</h3>
          <div className={styles.line}>
            <code className={styles.address}>{endpoint}</code>
            <CopyButton label="Copy address" read={async () => endpoint} />
          </div>
        </section>
        <section className={styles.part} aria-label="Token">
          <h3 className={styles.heading}>Token</h3>
          <p>
            For a program of yours, <a href="/settings/tokens">create an access token</a>: you
            choose its permissions, and can revoke it on its own.
          </p>
          <p className={styles.quiet}>
            To try things out, use this session’s token. It opens your whole account until it
            expires or you sign out: treat it like your password.
          </p>
          <div className={styles.actions}>
            <CopyButton look="primary" label="Copy token" read={() => tokens.renew()} />
            <a
              className={styles.link}
              href={endpoint}
              // biome-ignore lint/security/noBlankTarget: it asks this page for the token.
              target="_blank"
              rel="opener"
              onClick={() => answerGraphiql(apiUrl, tokens)}
            >
              Open GraphiQL <OutsideIcon />
            </a>
            <a className={styles.link} href={`${apiUrl}/docs`} target="_blank" rel="noreferrer">
              Read the docs <OutsideIcon />
            </a>
          </div>
          <p className={styles.quiet}>
            GraphiQL opens with your token, and forgets it when closed.
          </p>
        </section>
        <section className={styles.part} aria-label="From a terminal">
          <h3 className={styles.heading}>From a terminal</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it. */}
          <pre className={styles.code} tabIndex={0}>
            <code>{example}</code>
          </pre>
          <div>
            <CopyButton label="Copy command" read={async () => example} />
          </div>
        </section>
      </div>
    </Dialog>
  )
}

function curlExample(endpoint: string): string {
  return [
    `curl ${endpoint} \\`,
    '  -H "Authorization: Bearer $TOKEN" \\',
    "  -H 'Content-Type: application/json' \\",
    `  -d '{"query":"{ me { name } tasks(first: 5) { nodes { title } } }"}'`,
  ].join('\n')
}
