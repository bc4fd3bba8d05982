type Piece = { done: boolean; value?: string | undefined }

/**
 * The data of each event in a stream of Server-Sent Events, until it ends. The API puts the data of an event on
 * one line. Comments keep a connection awake, and what is cut off in its midst is dropped.
 */
export async function* readEvents(read: () => Promise<Piece>): AsyncGenerator<string, void, void> {
  let text = ''
  for (let piece = await read(); !piece.done; piece = await read()) {
    const events = (text + piece.value).split('\n\n')
    text = events.pop() ?? ''
    for (const event of events) {
      const [, data] = /^data: (.+)$/m.exec(event) ?? []
      if (data !== undefined) yield data
    }
  }
}
