import { randomUUIDv7 } from 'node:crypto'
import { createRequestContext } from '../graphql/context.ts'
import { importFile } from '../transfer/import.service.ts'
import { readTransferFile } from '../transfer/import-reader.ts'
import { refuse, sendJson } from './answers.ts'
import { checkView } from './check-view.ts'
import type { DoorRequest, TransferDoorOptions } from './door-request.ts'
import { requireScopes } from './export-door.ts'
import { type BodyLimits, readJsonChunks } from './read-body.ts'
import { refuseFailure } from './refuse-failure.ts'

/** About 150,000 tasks as they usually are. */
const fileLimits: BodyLimits = { maxBytes: 50_000_000, timeoutSeconds: 600 }

/**
 * `POST /import`: takes an export in, all of it or nothing. It is read and checked while it arrives,
 * and only then goes into the database, as one mutation. With `?profile=true` the person's name,
 * picture and preferences become those of the file.
 */
export async function answerImport(door: DoorRequest, options: TransferDoorOptions): Promise<void> {
  const { request, response } = door
  if (request.method !== 'POST') {
    const message = 'An import is sent by POST'
    const headers = { allow: 'POST, OPTIONS' }
    return refuse(door, { status: 405, code: 'BAD_USER_INPUT', message, headers })
  }
  try {
    sendJson(response, 200, { data: await takeIn(door, options) })
  } catch (error) {
    refuseFailure(door, error)
  }
}

async function takeIn(
  { request, url, requestId, facts }: DoorRequest,
  options: TransferDoorOptions,
) {
  const viewer = await options.authenticate(request.headers.authorization)
  facts.userId = viewer.userId
  const takesProfile = url.searchParams.get('profile') === 'true'
  requireScopes(viewer, takesProfile ? ['tasks:write', 'account:read'] : ['tasks:write'])
  using _slot = options.transferSlots(viewer.userId)
  const file = await readTransferFile(readJsonChunks(request, fileLimits), checkView)
  const context = createRequestContext(options.sources, viewer, { requestId, facts })
  const mutationId = randomUUIDv7()
  const counts = await context.mutate(mutationId, (db) => importFile(db, file, { takesProfile }))
  const added = Object.values(counts).some((count) => count.added > 0)
  return { ...counts, mutationId: added ? mutationId : null }
}
