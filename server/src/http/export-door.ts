import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Scope, Viewer } from '../auth/viewer.ts'
import type { UserDatabase } from '../db/user-database.ts'
import { AppError } from '../errors.ts'
import { countAllTasks } from '../transfer/export.queries.ts'
import { exportCsv } from '../transfer/export-csv.ts'
import { exportJson } from '../transfer/export-json.ts'
import { refuse } from './answers.ts'
import type { DoorRequest, TransferDoorOptions } from './door-request.ts'
import { refuseFailure } from './refuse-failure.ts'

interface ExportForm {
  contentType: string
  write(db: UserDatabase, viewer: Viewer, now: string): AsyncIterable<string>
}

const forms: Readonly<Record<string, ExportForm>> = {
  '/export.json': {
    contentType: 'application/json; charset=utf-8',
    write: (db, { scopes }, now) =>
      exportJson(db, { now, includesProfile: scopes.has('account:read') }),
  },
  '/export.csv': { contentType: 'text/csv; charset=utf-8', write: (db) => exportCsv(db) },
}

/**
 * `GET /export.json` and `/export.csv`: everything a person has, from one moment, while it is read. It
 * waits for a reader that is slow, as long as the database lets a transaction idle; an answer that
 * breaks off is never a whole file.
 */
export async function answerExport(door: DoorRequest, options: TransferDoorOptions): Promise<void> {
  const { request, response, url, facts } = door
  const form = forms[url.pathname]
  if (request.method !== 'GET' || !form) {
    const message = 'An export is had by GET'
    const headers = { allow: 'GET, OPTIONS' }
    return refuse(door, { status: 405, code: 'BAD_USER_INPUT', message, headers })
  }
  try {
    const viewer = await options.authenticate(request.headers.authorization)
    facts.userId = viewer.userId
    requireScopes(viewer, ['tasks:read'])
    await sendExport(door, options, form, viewer)
    // Only now, so that who has read to the end can come again at once.
    response.end()
  } catch (error) {
    refuseFailure(door, error)
  }
}

async function sendExport(
  { response, url }: DoorRequest,
  options: TransferDoorOptions,
  form: ExportForm,
  viewer: Viewer,
): Promise<void> {
  using _slot = options.transferSlots(viewer.userId)
  await options.sources.databases.snapshotAsUser(viewer.userId, async (db) => {
    const now = new Date().toISOString()
    const total = await countAllTasks(db)
    const name = `tend-${now.slice(0, 10)}${url.pathname.slice('/export'.length)}`
    response.writeHead(200, {
      'content-type': form.contentType,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
      'x-total-tasks': total,
    })
    await pipeline(Readable.from(form.write(db, viewer, now)), response, { end: false })
  })
}

/** @throws AppError `FORBIDDEN` */
export function requireScopes(viewer: Viewer, needed: readonly Scope[]): void {
  const lacking = needed.find((scope) => !viewer.scopes.has(scope))
  if (lacking) throw new AppError('FORBIDDEN', `The token lacks the scope ${lacking}`)
}
