import { announceSignOut } from '../../auth/browser/page-person.ts'
import { clearDrafts } from '../../model/drafts/clear-drafts.ts'
import { showToast } from '../../ui/toasts/toast-queue.ts'

/** Ends the session and leaves for the sign-in page; says so when it couldn't. Never throws. */
export async function signOut(): Promise<void> {
  try {
    // Needed once at the very end, so it isn't part of what the app loads first.
    const { authClient } = await import('../../auth/browser/auth.client.ts')
    const { error } = await authClient.signOut()
    if (error) throw new Error(error.message)
    clearDrafts()
    announceSignOut()
    window.location.assign('/login')
  } catch {
    showToast({
      text: 'You are still signed in: Tend can’t be reached right now.',
      action: { label: 'Try again', run: () => void signOut() },
    })
  }
}
