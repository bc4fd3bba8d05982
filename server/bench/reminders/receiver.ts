import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Received, ReceiverPorts } from './receiver-process.ts'

/** A push service and a mail server in a process of their own. Disposing it ends the process. */
export type Receiver = Disposable & {
  ports: ReceiverPorts
  read(): Promise<Received>
}

export async function startReceiver(): Promise<Receiver> {
  const child = fork(join(import.meta.dirname, 'receiver-process.ts'))
  const ports = await hear<ReceiverPorts>(child)
  return {
    ports,
    read() {
      child.send('read')
      return hear<Received>(child)
    },
    [Symbol.dispose]: () => void child.kill(),
  }
}

async function hear<Message>(child: ChildProcess): Promise<Message> {
  const [message] = (await once(child, 'message')) as [Message]
  return message
}
