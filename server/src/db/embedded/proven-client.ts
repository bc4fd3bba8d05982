import pg from 'pg'

/** What `pg`'s client calls when the server's messages come; its types don't tell. */
interface Handlers {
  connection: { stream: { destroy(error: Error): void } }
  saslSession: object | null
  _handleAuthSASLFinal(message: unknown): void
  _handleReadyForQuery(message: unknown): void
}

const Client = pg.Client as unknown as new (config: pg.ClientConfig) => pg.Client & Handlers

/**
 * A client that says nothing to a server before that has proved that it knows the password (SCRAM).
 * `pg` by itself sends the password as it is to whoever asks for it so, and goes on with one that asks
 * for none: on loopback, whatever program took the port first.
 */
export class ProvenClient extends Client {
  #isProven = false

  protected _handleAuthCleartextPassword(): void {
    this.#refuse()
  }

  protected _handleAuthMD5Password(): void {
    this.#refuse()
  }

  override _handleAuthSASLFinal(message: unknown): void {
    super._handleAuthSASLFinal(message)
    // It lets go of the session when the server's signature was the right one.
    this.#isProven = this.saslSession === null
  }

  override _handleReadyForQuery(message: unknown): void {
    if (this.#isProven) super._handleReadyForQuery(message)
    else this.#refuse()
  }

  #refuse(): void {
    const text =
      'Another program listens where the embedded database should: stop it, or set EMBEDDED_PORT to another port'
    this.connection.stream.destroy(new Error(text))
  }
}
