import type { GraphQLSchema } from 'graphql'
import { builder } from './builder.ts'
import './scalars.ts'
import './node.ts'
import '../account/user.schema.ts'
import '../lists/list.schema.ts'
import '../tasks/task.schema.ts'
import '../tasks/task-mutations.schema.ts'

/** The whole schema, made of what the features above have registered. */
export const schema: GraphQLSchema = builder.toSchema()
