import { textLimits } from '../domain/limits.ts'
import { maxPictureLength } from '../domain/picture.ts'
import { addMutation, type PayloadBuilder } from '../graphql/add-mutation.ts'
import { DateStyleType, ThemeType, TimeStyleType, WeekStartType } from './preferences.schema.ts'
import type { User } from './user.queries.ts'
import { UserType } from './user.schema.ts'
import { updateUser } from './user.service.ts'

addMutation('updateMe', {
  managesAccount: true,
  description:
    'Changes your account. Only a session may do it. It is not part of the log, so undo doesn’t know it.',
  inputDescription: 'What to change of the account. What is left out stays.',
  inputFields: (t) => ({
    name: t.string({
      description: `What you want to be called. One line, ${textLimits.personName.min} to ${textLimits.personName.max} characters after trimming; can’t be cleared.`,
    }),
    image: t.string({
      description: `A picture as a data URL: PNG, JPEG or WebP in base64, at most ${maxPictureLength} characters in all. null removes it.`,
    }),
    timeZone: t.string({
      description:
        'The IANA time zone that decides what "today" is, such as Europe/Berlin; can’t be cleared.',
    }),
    weekStartsOn: t.field({
      type: WeekStartType,
      description: 'The day that weeks begin with; can’t be cleared.',
    }),
    dateStyle: t.field({
      type: DateStyleType,
      description: 'How you like dates to be written; can’t be cleared.',
    }),
    timeStyle: t.field({
      type: TimeStyleType,
      description: 'How you like times of day to be written; can’t be cleared.',
    }),
    theme: t.field({
      type: ThemeType,
      description: 'The colours of the app; can’t be cleared.',
    }),
  }),
  payloadFields: (t: PayloadBuilder<{ user: User }>) => ({
    user: t.expose('user', { type: UserType, description: 'The account as it is now.' }),
  }),
  resolve: async (db, input) => ({ user: await updateUser(db, input) }),
})
