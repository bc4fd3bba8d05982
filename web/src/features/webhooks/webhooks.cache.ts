import type { Cache } from '@urql/exchange-graphcache'
import type { WebhooksQuery as Data } from '../../gql/graphql.ts'
import type { FeatureCache } from '../../graphql/cache.exchange.ts'
import { WebhooksQuery } from './webhooks.query.ts'

type Node = NonNullable<Data['webhooks']>[number]

/** A new webhook comes first; a deleted one leaves the list once the API has deleted it. */
export const webhookCache: FeatureCache = {
  updates: {
    createWebhook: (result, _args, cache) => {
      const { webhook } = result.createWebhook as { webhook: Node }
      edit(cache, (webhooks) => [webhook, ...webhooks])
    },
    deleteWebhook: (result, _args, cache) => {
      const { webhook } = result.deleteWebhook as { webhook: { id: string } }
      edit(cache, (webhooks) => webhooks.filter(({ id }) => id !== webhook.id))
    },
  },
  optimistic: {},
}

function edit(cache: Cache, change: (webhooks: readonly Node[]) => Node[]): void {
  cache.updateQuery({ query: WebhooksQuery }, (data) =>
    data?.webhooks ? { ...data, webhooks: change(data.webhooks) } : data,
  )
}
