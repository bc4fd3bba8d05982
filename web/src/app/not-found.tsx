import type { Metadata } from 'next'
import { Placeholder } from '../ui/marks/notice.tsx'
import { WholePage } from '../ui/page/whole-page.tsx'

export const metadata: Metadata = { title: 'Nothing here' }

export default function NotFoundPage() {
  return (
    <WholePage>
      <Placeholder title="There is nothing here">
        <p>The address may be old, or mistyped.</p>
        <a href="/inbox">Go to your inbox</a>
      </Placeholder>
    </WholePage>
  )
}
