import { builder } from '../graphql/builder.ts'

type RateLimit = {
  limit: number
  cost: number
  remaining: number
  refillPerSecond: number
  resetAt: string
}

const RateLimitType = builder.objectRef<RateLimit>('RateLimit').implement({
  description:
    'Your budget for asking. It refills all the time; the headers RateLimit-Limit, -Remaining and -Reset say the same.',
  fields: (t) => ({
    limit: t.exposeInt('limit', { description: 'The whole budget, in points.' }),
    cost: t.exposeInt('cost', {
      description:
        'The estimated cost of this very operation; what its lists turn out not to hold is given back with the answer.',
    }),
    remaining: t.exposeInt('remaining', { description: 'What is left after this operation.' }),
    refillPerSecond: t.exposeInt('refillPerSecond', {
      description: 'How many points come back each second.',
    }),
    resetAt: t.expose('resetAt', {
      type: 'DateTime',
      description: 'When all of it will be there again, if you ask for nothing meanwhile.',
    }),
  }),
})

builder.queryField('rateLimit', (t) =>
  t.field({
    type: RateLimitType,
    description: 'How much you may still ask for, and what this operation costs.',
    resolve: (_root, _args, { budget }) => {
      const { limit, remaining, refillPerSecond, resetSeconds } = budget.read()
      const resetAt = new Date(Date.now() + resetSeconds * 1000).toISOString()
      return { limit, cost: budget.spent(), remaining, refillPerSecond, resetAt }
    },
  }),
)
