import { useEffect } from 'react'

/**
 * Calls `refresh` when the page is looked at again, or the network is back: tasks may have changed
 * somewhere else meanwhile.
 */
export function useRefreshOnReturn(refresh: () => void): void {
  useEffect(() => {
    function onReturn(): void {
      if (document.visibilityState === 'visible') refresh()
    }
    document.addEventListener('visibilitychange', onReturn)
    window.addEventListener('online', onReturn)
    return () => {
      document.removeEventListener('visibilitychange', onReturn)
      window.removeEventListener('online', onReturn)
    }
  }, [refresh])
}
