// PostGraphile 5: its schema is derived from Tend's tables, under the same row-level security, with
// the same check of tokens. It is JavaScript, because its types exist only once the benchmark is
// installed.
import { createServer } from 'node:http'
import { grafserv } from 'grafserv/node'
import { postgraphile } from 'postgraphile'
import { makePgService } from 'postgraphile/adaptors/pg'
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber'
import { nameServingRole } from '../../../src/db/serving-role.ts'
import { createTokenCheck } from '../token-check.ts'

const connectionString = process.env.DATABASE_URL
const authenticate = createTokenCheck(connectionString)
const role = nameServingRole(new URL(connectionString).pathname.slice(1))

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  // It would leave out conditions on columns that no index begins with.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [
    makePgService({
      connectionString,
      schemas: ['public'],
      pubsub: false,
      poolConfig: { max: Number(process.env.DATABASE_POOL_SIZE) },
    }),
  ],
  grafast: {
    // It calls this for the context before it runs an operation, and refuses the operation when
    // this throws.
    async context({ node }) {
      const { userId } = await authenticate(node.req.headers.authorization)
      return { pgSettings: { role, 'app.user_id': userId } }
    },
  },
  grafserv: { graphqlPath: '/graphql', graphiql: false },
})

const server = createServer()
await instance.createServ(grafserv).addTo(server)
server.listen(Number(process.env.API_PORT), '127.0.0.1')
