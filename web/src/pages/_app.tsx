import '@fontsource-variable/inter/wght.css'
import '../ui/tokens.css'
import '../ui/base.css'
import type { AppProps } from 'next/app'
import Head from 'next/head'
import { Component, type ReactNode } from 'react'
import { UnreachablePage } from '../ui/unreachable-page.tsx'

/** What every page of this router has in common, as `app/layout.tsx` has it for the other. */
export default function App({ Component: Page, pageProps }: AppProps) {
  return (
    <>
      <Head>
        <title key="title">Tend</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      </Head>
      <ErrorBoundary>
        <Page {...pageProps} />
      </ErrorBoundary>
    </>
  )
}

class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render(): ReactNode {
    return this.state.failed ? <UnreachablePage /> : this.props.children
  }
}
