import type { Socket } from 'node:net'
import type { PGlite } from '@electric-sql/pglite'
import type { Mutex } from './mutex.ts'
import { ScramExchange, type ScramKeys, scramMechanism } from './scram.ts'
import {
  askForProof,
  cancelRequest,
  challenge,
  errorMessage,
  gssRequest,
  message,
  proof,
  protocol30,
  readInitialResponse,
  sslRequest,
  takeMessage,
  transactionState,
  welcome,
} from './wire-messages.ts'

export type WireConnectionOptions = {
  engine: PGlite
  mutex: Mutex
  keys: ScramKeys
  serverVersion: string
}

type Phase = 'start-up' | 'challenge' | 'proof' | 'ready'

// A client that stops in the middle of a transaction would block everybody.
const idleInTransactionMs = 30_000

/** One driver's connection: start-up and authentication here, everything after goes to the engine. */
export class WireConnection {
  readonly #socket: Socket
  readonly #options: WireConnectionOptions
  readonly #exchange: ScramExchange
  #phase: Phase = 'start-up'
  #incoming: Buffer = Buffer.alloc(0)
  #unit: Buffer[] = []
  #work: Promise<void> = Promise.resolve()
  #endTurn: (() => void) | undefined
  #idleTimer: NodeJS.Timeout | undefined

  constructor(socket: Socket, options: WireConnectionOptions) {
    this.#socket = socket
    this.#options = options
    this.#exchange = new ScramExchange(options.keys)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => this.#enqueue(() => this.#rollBackWhatIsOpen()))
    socket.on('data', (chunk: Buffer) => {
      this.#incoming = this.#incoming.length > 0 ? Buffer.concat([this.#incoming, chunk]) : chunk
      try {
        this.#readMessages()
      } catch {
        // Not our protocol, so it is unknown where its next message begins.
        socket.destroy()
      }
    })
  }

  #readMessages(): void {
    while (!this.#socket.destroyed) {
      const taken = takeMessage(this.#incoming, this.#phase)
      if (!taken) return
      this.#incoming = taken.rest
      if (this.#phase === 'start-up') this.#startUp(taken.whole)
      else if (this.#phase === 'challenge') this.#challenge(taken.type, taken.whole)
      else if (this.#phase === 'proof') this.#checkProof(taken.type, taken.whole)
      else this.#collect(taken.type, taken.whole)
    }
  }

  #startUp(whole: Buffer): void {
    const code = whole.length >= 8 ? whole.readInt32BE(4) : 0
    if (code === sslRequest || code === gssRequest) {
      this.#socket.write('N')
    } else if (code === cancelRequest) {
      this.#socket.end()
    } else if (code === protocol30) {
      this.#phase = 'challenge'
      this.#socket.write(askForProof(scramMechanism))
    } else {
      this.#socket.end(errorMessage('08P01', `protocol 3.0 was expected, found ${code}`))
    }
  }

  #challenge(type: string, whole: Buffer): void {
    const first = type === 'p' && readInitialResponse(whole.subarray(5), scramMechanism)
    const text = first && this.#exchange.challenge(first)
    if (!text) {
      this.#refuse()
      return
    }
    this.#phase = 'proof'
    this.#socket.write(challenge(text))
  }

  #checkProof(type: string, whole: Buffer): void {
    const text = type === 'p' && this.#exchange.prove(whole.toString('utf8', 5))
    if (!text) {
      this.#refuse()
      return
    }
    this.#phase = 'ready'
    this.#socket.write(Buffer.concat([proof(text), welcome(this.#options.serverVersion)]))
  }

  #refuse(): void {
    this.#socket.end(errorMessage('28P01', 'wrong password for the embedded database'))
  }

  #collect(type: string, whole: Buffer): void {
    if (type === 'X') {
      this.#socket.end()
      return
    }
    this.#unit.push(whole)
    if (type !== 'S' && type !== 'Q') return
    const unit = Buffer.concat(this.#unit)
    this.#unit = []
    this.#enqueue(() => this.#runUnit(unit))
  }

  #enqueue(step: () => Promise<void>): void {
    this.#work = this.#work.then(step).catch(() => {
      this.#socket.destroy()
    })
  }

  async #runUnit(unit: Buffer): Promise<void> {
    clearTimeout(this.#idleTimer)
    this.#endTurn ??= await this.#options.mutex.enter()
    if (this.#socket.destroyed) return this.#rollBackWhatIsOpen()
    const answer = await this.#execute(unit)
    this.#socket.write(answer)
    if (transactionState(answer) === 'I') this.#giveTurnBack()
    else this.#idleTimer = setTimeout(() => this.#socket.destroy(), idleInTransactionMs).unref()
  }

  async #rollBackWhatIsOpen(): Promise<void> {
    clearTimeout(this.#idleTimer)
    if (!this.#endTurn) return
    try {
      await this.#execute(message('Q', 'rollback'))
    } finally {
      this.#giveTurnBack()
    }
  }

  #giveTurnBack(): void {
    const endTurn = this.#endTurn
    this.#endTurn = undefined
    endTurn?.()
  }

  #execute(unit: Buffer): Promise<Uint8Array> {
    const { engine } = this.#options
    return engine.runExclusive(() => engine.execProtocolRaw(unit))
  }
}
