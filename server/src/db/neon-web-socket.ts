/**
 * The WebSocket that Neon's driver connects through. A plain one reports its failures as events; the
 * driver passes them on as if they were errors, so nobody could find out what had happened.
 */
export class NeonWebSocket extends WebSocket {
  override addEventListener(
    type: string,
    listener: Parameters<WebSocket['addEventListener']>[1],
  ): void {
    // The driver gives functions only.
    const handle = listener as (event: Event | Error) => void
    super.addEventListener(type, (event) => {
      handle(type === 'error' ? connectionFailed(event) : event)
    })
  }
}

function connectionFailed(event: Event): Error {
  const cause = 'error' in event ? event.error : undefined
  const error = new Error('Connection terminated: the WebSocket to the database failed', { cause })
  return Object.assign(error, { code: 'ECONNRESET' })
}
