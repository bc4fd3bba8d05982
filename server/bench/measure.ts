import type { Askers, Cursors } from './askers.ts'
import { type LoadGenerator, writeRequest } from './load/load.ts'
import { bodyOf, type OperationName } from './operations.ts'
import type { Subject, SubjectName } from './subjects/subject.ts'

/** The result of one round of one subject. */
export type Measured = {
  subject: SubjectName
  operation: OperationName
  connections: number
  requestsPerSecond: number
  p50Ms: number
  p99Ms: number
  cpuMsPerRequest: number
  residentBytes: number
}

type Asked = {
  operation: OperationName
  connections: number
  seconds: number
}

/** Sends operations to a subject for a while; undefined when it doesn't support them. */
export async function measureRound(
  load: LoadGenerator,
  subject: Subject,
  { operation, connections, seconds }: Asked,
  material: { askers: Askers; cursors: Cursors },
): Promise<Measured | undefined> {
  const requests = writeRequests(operation, subject.name, material)
  if (requests.length === 0) return undefined
  const before = await subject.readUsage()
  const { count, ...result } = await load.run({
    port: subject.port,
    requests,
    connections,
    durationMs: seconds * 1000,
    eachOnce: operation === 'completeTask',
  })
  const after = await subject.readUsage()
  return {
    subject: subject.name,
    operation,
    connections,
    requestsPerSecond: count / result.seconds,
    p50Ms: result.p50Ms,
    p99Ms: result.p99Ms,
    cpuMsPerRequest: (after.cpuMs - before.cpuMs) / count,
    residentBytes: after.residentBytes,
  }
}

function writeRequests(
  operation: OperationName,
  subject: SubjectName,
  { askers, cursors }: { askers: Askers; cursors: Cursors },
): string[] {
  const path = subject === 'limit' ? '/' : '/graphql'
  const after = operation === 'page1000' ? cursors[subject] : undefined
  return chooseAskers(operation, askers).flatMap(({ asker, taskId }) => {
    const body = bodyOf(operation, subject, asker, { after, taskId })
    return body ? writeRequest(asker.token, path, body) : []
  })
}

function chooseAskers(operation: OperationName, { crowd, large, openTasks }: Askers) {
  if (operation === 'completeTask') return openTasks
  if (operation === 'page1000') return [{ asker: large, taskId: '' }]
  // PostGraphile's positions are made here, so there have to be more of them than requests.
  const times = operation === 'createTask' ? 40 : 1
  const askers = Array.from({ length: times }, () => crowd).flat()
  return askers.map((asker) => ({ asker, taskId: '' }))
}
