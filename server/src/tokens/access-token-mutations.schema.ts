import { accessTokenDays, maxAccessTokens, textLimits } from '../domain/limits.ts'
import { addMutation, type PayloadBuilder } from '../graphql/add-mutation.ts'
import type { Mail } from '../mail/mail.ts'
import { requireSession } from '../sessions/session.service.ts'
import type { AccessToken } from './access-token.queries.ts'
import { AccessTokenScopeType, AccessTokenType } from './access-token.schema.ts'
import { createAccessToken, revokeAccessToken, writeTokenNotice } from './access-token.service.ts'

const { accessTokenName } = textLimits

type Created = {
  accessToken: AccessToken
  token: string | null
  /** For its owner. */
  notice?: Mail | undefined
}

addMutation('createAccessToken', {
  managesAccount: true,
  description: `Creates a personal access token for a program. More than ${maxAccessTokens} are LIMIT_EXCEEDED. Only a session may do it: a token can’t create another. A mail tells its owner. It is not part of the log, so undo doesn’t know it.`,
  inputDescription: 'An access token to create.',
  inputFields: (t) => ({
    name: t.string({
      required: true,
      description: `What you will know it by. One line, ${accessTokenName.min} to ${accessTokenName.max} characters after trimming.`,
    }),
    scopes: t.field({
      type: [AccessTokenScopeType],
      required: true,
      description: 'What it allows; at least one.',
    }),
    expiresAt: t.field({
      type: 'DateTime',
      description: `When it stops working, at most ${accessTokenDays.max} days ahead; ${accessTokenDays.default} days ahead by default. null: never.`,
    }),
  }),
  payloadFields: (t: PayloadBuilder<Created>) => ({
    accessToken: t.expose('accessToken', {
      type: AccessTokenType,
      description: 'The new token, without its secret.',
    }),
    token: t.exposeString('token', {
      nullable: true,
      description:
        'The token itself, to send as Authorization: Bearer. It is shown only this once and not stored: null when the mutation is repeated with its idempotencyKey; then revoke it and create another.',
    }),
  }),
  toKeep: ({ accessToken }) => ({ accessToken, token: null }),
  resolve: async (db, input, { viewer, webUrl }): Promise<Created> => {
    await requireSession(db, viewer.via.id)
    const created = await createAccessToken(db, input)
    return { ...created, notice: await writeTokenNotice(db, created.accessToken, webUrl) }
  },
  afterwards: async ({ notice }, { sendMail }) => notice && sendMail(notice),
})

addMutation('revokeAccessToken', {
  managesAccount: true,
  description:
    'Takes an access token’s power away for good: within 10 seconds it opens nothing, and its live results are closed. It is not part of the log, so undo doesn’t know it.',
  inputDescription: 'Which access token is meant.',
  inputFields: (t) => ({
    id: t.id({ required: true, description: 'The id of the access token.' }),
  }),
  payloadFields: (t: PayloadBuilder<{ accessToken: AccessToken }>) => ({
    accessToken: t.expose('accessToken', {
      type: AccessTokenType,
      description: 'The token as it was.',
    }),
  }),
  resolve: async (db, { id }) => ({ accessToken: await revokeAccessToken(db, id) }),
})
