import type { NextPageContext } from 'next'
import { UnreachablePage } from '../ui/page/unreachable-page.tsx'

/** When a page can't be made. What isn't there at all is shown by `app/not-found.tsx`. */
export default function ErrorPage() {
  return <UnreachablePage />
}

// With it the page is made for each request, and so gets the request's nonce.
ErrorPage.getInitialProps = (_context: NextPageContext) => ({})
