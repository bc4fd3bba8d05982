import { maxFeeds, textLimits } from '../domain/limits.ts'
import { addMutation, type PayloadBuilder } from '../graphql/add-mutation.ts'
import type { Mail } from '../mail/mail.ts'
import { requireSession } from '../sessions/session.service.ts'
import type { Feed } from './feed.queries.ts'
import { FeedType } from './feed.schema.ts'
import { createFeed, revokeFeed, writeFeedNotice } from './feed.service.ts'

const { feedName } = textLimits

type Created = {
  feed: Feed
  address: string | null
  /** For its owner. */
  notice?: Mail | undefined
}

addMutation('createFeed', {
  managesAccount: true,
  description: `Creates an address at which calendar apps read your tasks without signing in. More than ${maxFeeds} are LIMIT_EXCEEDED. Only a session may do it. A mail tells its owner. It is not part of the log, so undo doesn’t know it.`,
  inputDescription: 'A calendar address to create.',
  inputFields: (t) => ({
    name: t.string({
      required: true,
      description: `What the calendar is to be called. One line, ${feedName.min} to ${feedName.max} characters after trimming.`,
    }),
    viewId: t.id({
      description:
        'The saved view whose tasks it shows. Without one, or null: every open task that has a day.',
    }),
  }),
  payloadFields: (t: PayloadBuilder<Created>) => ({
    feed: t.expose('feed', {
      type: FeedType,
      description: 'The new address, without its secret.',
    }),
    address: t.exposeString('address', {
      nullable: true,
      description:
        'The address itself: whoever has it can read these tasks. It is shown only this once and not stored: null when the mutation is repeated with its idempotencyKey; then revoke it and create another. It answers with events; with ?as=todos, with to-dos.',
    }),
  }),
  toKeep: ({ feed }) => ({ feed, address: null }),
  resolve: async (db, input, { viewer, webUrl, apiUrl }): Promise<Created> => {
    await requireSession(db, viewer.via.id)
    const { feed, secret } = await createFeed(db, input)
    const notice = await writeFeedNotice(db, feed, webUrl)
    return { feed, address: `${apiUrl}/feeds/${secret}.ics`, notice }
  },
  afterwards: async ({ notice }, { sendMail }) => notice && sendMail(notice),
})

addMutation('revokeFeed', {
  managesAccount: true,
  description:
    'Ends a calendar address for good: it answers 404 from now on. It is not part of the log, so undo doesn’t know it.',
  inputDescription: 'Which calendar address is meant.',
  inputFields: (t) => ({
    id: t.id({ required: true, description: 'The id of the calendar address.' }),
  }),
  payloadFields: (t: PayloadBuilder<{ feed: Feed }>) => ({
    feed: t.expose('feed', { type: FeedType, description: 'The address as it was.' }),
  }),
  resolve: async (db, { id }) => ({ feed: await revokeFeed(db, id) }),
})
