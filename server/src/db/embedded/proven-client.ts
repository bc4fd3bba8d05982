import { InternalClient } from '../pg-internals.ts'

/**
 * A client that says nothing to a server before that has proved that it knows the password (SCRAM).
 * `pg` by itself sends the password as it is to whoever asks for it so, and goes on with one that asks
 * for none: on loopback, whatever program took the port first.
 */
export class ProvenClient extends InternalClient {
  #isProven = false

  protected _handleAuthCleartextPassword(): void {
    this.#refuse()
  }

  protected _handleAuthMD5Password(): void {
    this.#refuse()
  }

  override _handleAuthSASLFinal(message: unknown): void {
    super._handleAuthSASLFinal(message)
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
