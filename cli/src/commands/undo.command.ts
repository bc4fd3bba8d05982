import { TendError } from '../../../client/src/index.ts'
import type { Step } from '../account/memory.ts'
import { readLog } from '../api/log.ts'
import { openSession, type Session } from '../api/session.ts'
import { type Context, defineCommand } from '../command.ts'
import { failRefused, failUsage } from '../failure.ts'

type Direction = 'undo' | 'redo'

const node =
  'node { ... on Task { title } ... on List { name } ... on Tag { name } ... on SavedView { name } }'
const documents = {
  undo: `mutation Undo($input: UndoInput!) { payload: undo(input: $input) { mutationId changes { entityType id deleted ${node} } } }`,
  redo: `mutation Redo($input: RedoInput!) { payload: redo(input: $input) { mutationId changes { entityType id deleted ${node} } } }`,
}

type Changed = {
  entityType: string
  id: string
  deleted: boolean
  node: { title?: string; name?: string } | null
}

const noMore = {
  undo: 'tend has done nothing here that it could take back. tend log shows what others did; tend undo takes the id of any of it.',
  redo: 'Nothing was undone here that could be done again.',
}

export const undo = defineCommand({
  name: 'undo',
  summary: 'Takes back what the last command changed',
  usage: ['undo', 'undo <id of tend log>', 'undo --latest'],
  help: [
    'Each further tend undo takes back the command before. Everything a command did is taken back,',
    'or nothing: what was changed since, by whomever, isn’t overwritten. Up to 30 days back.',
    '',
    '  --latest  the last thing that happened to a task, whoever did it and wherever',
  ],
  options: { latest: { type: 'boolean' } },
  async run(context, { latest = false }, [mutationId, ...others]) {
    if (others.length > 0 || (latest && mutationId !== undefined))
      throw failUsage('tend undo takes one id, or --latest, or nothing. See tend undo --help.')
    const session = openSession(context.environment)
    if (mutationId !== undefined) return takeNamed(context, session, 'undo', mutationId)
    if (!latest) return takeStep(context, session, 'undo')
    const [entry] = await readLog(session, 1)
    if (!entry) throw failRefused('NOTHING_TO_UNDO', noMore.undo)
    await takeNamed(context, session, 'undo', entry.mutationId)
  },
})

export const redo = defineCommand({
  name: 'redo',
  summary: 'Does again what was undone',
  usage: ['redo', 'redo <id of what was undone>'],
  help: ['After another change there is nothing to do again, unless you name it by its id.'],
  options: {},
  async run(context, _values, [mutationId, ...others]) {
    if (others.length > 0)
      throw failUsage('tend redo takes one id, or nothing. See tend redo --help.')
    const session = openSession(context.environment)
    if (mutationId !== undefined) return takeNamed(context, session, 'redo', mutationId)
    await takeStep(context, session, 'redo')
  },
})

/** One mutation, and the memory as it is then: what is undone by its id must not be undone again. */
async function takeNamed(
  context: Context,
  session: Session,
  direction: Direction,
  mutationId: string,
) {
  const { done, undone } = session.memory.read()
  const isOf = ({ mutationIds }: Step) => mutationIds.includes(mutationId)
  const [from, to] = direction === 'undo' ? [done, undone] : [undone, done]
  const step = from.find(isOf) ?? { command: direction, mutationIds: [mutationId] }
  await take(context, session, direction, step).catch((error: unknown) => {
    if (!(error instanceof TendError) || error.code !== 'NOT_FOUND') throw error
    const message = `An id of tend log was expected, and ${mutationId} is none of a change of yours.`
    throw failRefused('NOT_FOUND', message)
  })
  const left = from.filter((one) => one !== step)
  const moved = [...to.filter((one) => !isOf(one)), step]
  session.memory.change(
    direction === 'undo' ? { done: left, undone: moved } : { done: moved, undone: left },
  )
}

async function takeStep(context: Context, session: Session, direction: Direction) {
  const { memory } = session
  const { done, undone } = memory.read()
  const [from, to] = direction === 'undo' ? [done, undone] : [undone, done]
  const step = from.at(-1)
  if (!step)
    throw failRefused(
      direction === 'undo' ? 'NOTHING_TO_UNDO' : 'NOTHING_TO_REDO',
      noMore[direction],
    )
  const left = from.slice(0, -1)
  try {
    await take(context, session, direction, step)
  } catch (error) {
    // It would be in the way for ever.
    if (!(error instanceof TendError) || error.code !== 'NOT_FOUND') throw error
    memory.change(direction === 'undo' ? { done: left } : { undone: left })
    throw failRefused(
      'NOT_FOUND',
      `tend ${step.command} was expected to have changed something, and the API knows of nothing. It is left out: tend ${direction} goes on with what was before.`,
    )
  }
  const moved = [...to, step]
  memory.change(
    direction === 'undo' ? { done: left, undone: moved } : { done: moved, undone: left },
  )
}

/** The mutations of a step, the last one first to be undone. */
async function take(
  { out, isJson }: Context,
  { client }: Session,
  direction: Direction,
  step: Step,
) {
  type Data = { payload: { mutationId: string; changes: readonly Changed[] } }
  const order = direction === 'undo' ? [...step.mutationIds].reverse() : step.mutationIds
  const changes: Changed[] = []
  const mutationIds: string[] = []
  for (const mutationId of order) {
    const { payload } = await client.mutate<Data>(documents[direction], { input: { mutationId } })
    changes.push(...payload.changes)
    mutationIds.push(payload.mutationId)
  }
  if (isJson) {
    const shown = changes.map(({ entityType, id, deleted, node }) => ({
      kind: entityType,
      id,
      deleted,
      name: node?.title ?? node?.name ?? null,
    }))
    return out.json({ [direction]: order, changes: shown, mutationIds })
  }
  const word = direction === 'undo' ? 'Taken back' : 'Done again'
  out.line({ text: word, style: 'green' }, `: ${step.command}`)
  for (const { entityType, deleted, node } of changes.slice(0, 10)) {
    const kind = entityType === 'SAVED_VIEW' ? 'view' : entityType.toLowerCase()
    const name = node?.title ?? node?.name
    out.line(`  ${kind}${name === undefined ? '' : ` “${name}”`}${deleted ? ' is gone' : ''}`)
  }
  if (changes.length > 10) out.line(`  and ${changes.length - 10} more`)
  if (changes.length === 0) out.line('  Nothing has changed: it was so already.')
}
