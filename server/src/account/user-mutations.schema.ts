import { AppError } from '../errors.ts'
import { addMutation, type PayloadBuilder } from '../graphql/add-mutation.ts'
import type { User } from './user.queries.ts'
import { UserType } from './user.schema.ts'
import { updateUser } from './user.service.ts'

addMutation('updateMe', {
  description:
    'Changes your account. It is not part of the log, so undo doesn’t know it. Needs the scope account:read too, since it answers with the account.',
  inputDescription: 'What to change of the account. What is left out stays.',
  inputFields: (t) => ({
    timeZone: t.string({
      description:
        'The IANA time zone that decides what "today" is, such as Europe/Berlin; can’t be cleared.',
    }),
  }),
  payloadFields: (t: PayloadBuilder<{ user: User }>) => ({
    user: t.expose('user', { type: UserType, description: 'The account as it is now.' }),
  }),
  resolve: async (db, input, { viewer }) => {
    // Refused before anything happens: the payload must not show what `me` would not.
    if (!viewer.scopes.has('account:read'))
      throw new AppError('FORBIDDEN', 'The token lacks the scope account:read that updateMe needs')
    return { user: await updateUser(db, input) }
  },
})
