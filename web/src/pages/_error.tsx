import type { NextPageContext } from 'next'
import { UnreachablePage } from '../ui/page/unreachable-page.tsx'

/** Shown when a page can't be rendered; `app/not-found.tsx` is for what doesn't exist. */
export default function ErrorPage() {
  return <UnreachablePage />
}

// With it the page is rendered for each request, and so gets the request's nonce.
ErrorPage.getInitialProps = (_context: NextPageContext) => ({})
