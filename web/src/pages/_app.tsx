import '@fontsource-variable/inter/wght.css'
import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/hydration/hydrate-in-slices.ts'
import type { AppProps } from 'next/app'
import { Component, type ReactNode } from 'react'
import { UnreachablePage } from '../ui/page/unreachable-page.tsx'

/** What every page of this router has in common, as `app/layout.tsx` has it for the other. */
export default function App({ Component: Page, pageProps }: AppProps) {
  return (
    <ErrorBoundary>
      <Page {...pageProps} />
    </ErrorBoundary>
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
