import { addMutation, type PayloadBuilder } from '../graphql/add-mutation.ts'
import { deleteOtherSessions, type Session } from './session.queries.ts'
import { SessionType } from './session.schema.ts'
import { endSession } from './session.service.ts'

const whenItHolds =
  'What was ended can do nothing more within 10 seconds, and its live results are closed.'

addMutation('endSession', {
  managesAccount: true,
  description: `Signs you out on one device; on this one too, if it is named. ${whenItHolds} It is not part of the log, so undo doesn’t know it.`,
  inputDescription: 'Which session is meant.',
  inputFields: (t) => ({ id: t.id({ required: true, description: 'The id of the session.' }) }),
  payloadFields: (t: PayloadBuilder<{ session: Session }>) => ({
    session: t.expose('session', { type: SessionType, description: 'The session as it was.' }),
  }),
  resolve: async (db, { id }) => ({ session: await endSession(db, id) }),
})

addMutation('endOtherSessions', {
  managesAccount: true,
  description: `Signs you out everywhere but here. Access tokens stay. ${whenItHolds} It is not part of the log, so undo doesn’t know it.`,
  inputDescription: 'There is nothing to choose.',
  inputFields: () => ({}),
  payloadFields: (t: PayloadBuilder<{ endedSessionIds: string[] }>) => ({
    endedSessionIds: t.exposeIDList('endedSessionIds', {
      extensions: { cost: { atMost: 'counted' } },
      description: 'The ids of the sessions that were ended.',
    }),
  }),
  resolve: async (db, _input, { viewer }) => ({
    endedSessionIds: await deleteOtherSessions(db, viewer.via.id),
  }),
})
