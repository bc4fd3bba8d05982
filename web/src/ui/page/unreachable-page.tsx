import { Button } from '../button.tsx'
import { Placeholder } from '../marks/notice.tsx'
import { WholePage } from './whole-page.tsx'

/** Shown when a page can't be rendered, most often because the database doesn't answer. */
export function UnreachablePage() {
  return (
    <WholePage>
      <Placeholder title="Tend can’t be reached right now" alert>
        <p>What you have written down is safe. Try again in a moment.</p>
        <Button look="primary" onClick={() => window.location.reload()}>
          Try again
        </Button>
      </Placeholder>
    </WholePage>
  )
}
