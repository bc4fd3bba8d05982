import { InternalClient } from '../pg-internals.ts'

/**
 * A client that sends nothing to a server until that has proved that it knows the password (SCRAM). `pg`
 * itself sends the plain password to a server that asks for it, and goes on with one that asks for none:
 * on loopback, that may be any program that took the port first.
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
