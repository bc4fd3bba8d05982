import { randomUUIDv7 } from 'node:crypto'
import type { InputFieldMap, InputShapeFromFields } from '@pothos/core'
import type { GraphQLResolveInfo } from 'graphql'
import type { Scope } from '../auth/viewer.ts'
import type { DryRun } from '../changes/dry-run.ts'
import type { UserDatabase } from '../db/user-database.ts'
import { changeLogDays, idempotencyHours } from '../domain/limits.ts'
import { forbidden } from '../errors.ts'
import { assertNames, runOnce } from '../idempotency/run-once.ts'
import { builder } from './builder.ts'
import type { RequestContext } from './context.ts'
import { assertShowsOnlyDryRun, DryRunType } from './dry-run.ts'
import { listSelectedFields } from './selected-fields.ts'

/** The builder of an input's fields, for functions that several inputs share. */
export type InputBuilder = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0]

type InputFields<Fields extends InputFieldMap> = (t: InputBuilder) => Fields

type PayloadFields<Payload extends object> = NonNullable<
  Parameters<ReturnType<typeof builder.objectRef<Payload>>['implement']>[0]['fields']
>

/** The builder of a payload's fields, for functions that several mutations share. */
export type PayloadBuilder<Payload extends object> = Parameters<
  PayloadFields<Payload & MutationResult>
>[0]

type MutationOptions<Fields extends InputFieldMap, Payload extends object> = {
  description: string
  inputDescription: string
  inputFields: InputFields<Fields>
  payloadFields: PayloadFields<Payload & MutationResult>
  /** What it costs besides the ten points and the items of its input, where that isn't enough. */
  points?: number
  /** Whether it concerns the account, which only sessions may change, instead of the tasks. */
  managesAccount?: true
  /** The part of the payload that is stored to answer repetitions, if not all of it. */
  toKeep?(payload: Payload): Payload
  /** Runs in one transaction; when it throws, nothing has happened. */
  resolve(
    db: UserDatabase,
    input: InputShapeFromFields<Fields>,
    context: RequestContext,
    info: GraphQLResolveInfo,
  ): Promise<Payload | Repetition<Payload>>
  /** Runs once that is committed, also for a repetition, with what was kept then. It must not throw. */
  afterwards?(payload: Payload, context: RequestContext): Promise<void>
}

/** What every input has; only an account's lack `dryRun`. */
type SharedInput = {
  idempotencyKey?: string | null
  newMutationId?: string | null
  dryRun?: boolean | null
}

type MutationResult = {
  mutationId: string
  wouldChange?: DryRun
}

/** A payload that shows what an earlier mutation did: undo of its `mutationId` undoes that. */
export class Repetition<Payload extends object> {
  readonly payload: Payload
  readonly mutationId: string

  constructor(payload: Payload, mutationId: string) {
    this.payload = payload
    this.mutationId = mutationId
  }
}

/** The payload of a create, or a repetition when an earlier mutation has made all of it. */
export function payloadOrRepetition<Payload extends object>(
  payload: Payload,
  earlierMutationId: string | undefined,
): Payload | Repetition<Payload> {
  return earlierMutationId === undefined ? payload : new Repetition(payload, earlierMutationId)
}

/**
 * Defines a mutation in the form that all have: a single `input` with an optional `idempotencyKey` and
 * `newMutationId`, and a dry run unless it manages the account; a payload object with the `mutationId` by
 * which it can be undone; one transaction; and the scopes `tasks:write` to make the change and `tasks:read`
 * to be shown more of it than its `mutationId`. `createTask` gets `CreateTaskInput` and `CreateTaskPayload`.
 */
export function addMutation<Fields extends InputFieldMap, Payload extends object>(
  name: string,
  options: MutationOptions<Fields, Payload>,
): void {
  const typeName = name.charAt(0).toUpperCase() + name.slice(1)
  const scopes: { toChange: Scope; toShow: Scope } = options.managesAccount
    ? { toChange: 'account:manage', toShow: 'account:manage' }
    : { toChange: 'tasks:write', toShow: 'tasks:read' }
  const input = builder.inputType(`${typeName}Input`, {
    description: options.inputDescription,
    fields: (t) => ({
      ...options.inputFields(t),
      idempotencyKey: t.string({
        description: `A text of your own, 1 to 200 characters. Repeating the mutation with the same key within ${idempotencyHours} hours gives the first answer and changes nothing; with another input it is CONFLICT.`,
      }),
      newMutationId: t.id({
        description: `The mutationId that this change is to have: a UUID of version 7 that you make when you make the change, so that you can name it before it is answered. Repeating the mutation with the same one gives the first answer and changes nothing, for as long as the log reaches back (${changeLogDays} days); with another input it is CONFLICT, and an older one is refused.`,
      }),
      ...(!options.managesAccount && {
        dryRun: t.boolean({
          description:
            'True: nothing is changed, and wouldChange in the payload says what would be. Nothing else of the payload may be asked for then.',
        }),
      }),
    }),
  })
  const payload = builder.objectRef<Payload & MutationResult>(`${typeName}Payload`)
  payload.implement({ description: 'What has changed.', fields: options.payloadFields })
  builder.objectField(payload, 'mutationId', (t) =>
    t.id({
      description: 'What this change is called in the log; undo takes it.',
      resolve: (result) => result.mutationId,
    }),
  )
  if (!options.managesAccount)
    builder.objectField(payload, 'wouldChange', (t) =>
      t.field({
        type: DryRunType,
        nullable: true,
        description: 'What it would change, if the input asks for a dryRun; null otherwise.',
        resolve: (result) => result.wouldChange ?? null,
      }),
    )
  builder.mutationField(name, (t) =>
    t.field({
      type: payload,
      // Several mutations in one request are answered independently, whichever of them fails.
      nullable: true,
      description: options.description,
      ...(options.points && { extensions: { cost: { points: options.points } } }),
      authScopes: { scope: scopes.toChange },
      args: { input: t.arg({ type: input, required: true, description: 'What to change.' }) },
      resolve: (_root, args, context, info) => {
        // Pothos can't follow the generic fields through the spread above.
        const { input } = args as unknown as { input: object & SharedInput }
        const { idempotencyKey, newMutationId, dryRun, ...rest } = input
        const names = { key: idempotencyKey, chosenId: newMutationId?.toLowerCase() }
        refuseToShow(scopes.toShow, context, info)
        assertNames(names, Date.now())
        const given = rest as InputShapeFromFields<Fields>
        if (dryRun) {
          assertShowsOnlyDryRun(info)
          const wouldChange = context.dryRun((db) => options.resolve(db, given, context, info))
          return wouldChange.then((result) => ({ wouldChange: result })) as never
        }
        const mutationId = names.chosenId ?? randomUUIDv7()
        const { toKeep = (payload: Payload) => payload } = options
        const change = context.mutate(mutationId, (db) =>
          runOnce(db, { name, input: rest, ...names }, async () => {
            const answer = await options.resolve(db, given, context, info)
            const outcome =
              answer instanceof Repetition ? answer : { payload: answer as Payload, mutationId }
            return {
              result: { ...outcome.payload, mutationId: outcome.mutationId },
              kept: { ...toKeep(outcome.payload), mutationId: outcome.mutationId },
            }
          }),
        )
        const answer = change.then(async (result) => {
          context.work.noteMutation(info.path.key, result.mutationId)
          await options.afterwards?.(result, context)
          return result
        })
        return answer as never
      },
    }),
  )
}

/** Refuses before anything happens: a change that was made but can't be shown would look like a failure. */
function refuseToShow(scope: Scope, { viewer }: RequestContext, info: GraphQLResolveInfo): void {
  if (viewer.scopes.has(scope)) return
  const shown = listSelectedFields(info).filter(
    (field) => field !== 'mutationId' && field !== '__typename',
  )
  if (shown.length > 0)
    throw forbidden(
      viewer,
      scope,
      `it takes to be shown what ${info.fieldName} has changed; the mutationId alone may be asked for`,
    )
}
