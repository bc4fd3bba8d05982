import {
  buildSchema,
  findBreakingChanges,
  GraphQLSchema,
  isObjectType,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  visit,
} from 'graphql'

/**
 * What programs written for the released schema could no longer rely on in the current one, each in a
 * sentence. What the released one had marked as `@deprecated` may go, and what only that led to.
 */
export function findBrokenPromises(releasedSdl: string, currentSdl: string): string[] {
  const promised = withoutUnreachable(buildSchema(dropDeprecated(releasedSdl)))
  return findBreakingChanges(promised, buildSchema(currentSdl)).map(
    ({ description }) => description,
  )
}

function dropDeprecated(sdl: string): string {
  const dropIfDeprecated = (node: Pick<ObjectTypeDefinitionNode, 'directives'>) =>
    node.directives?.some(({ name }) => name.value === 'deprecated') ? null : undefined
  return print(
    visit(parse(sdl), {
      FieldDefinition: dropIfDeprecated,
      InputValueDefinition: dropIfDeprecated,
      EnumValueDefinition: dropIfDeprecated,
    }),
  )
}

/** Made of its roots again, a schema has only what they lead to, and what is behind interfaces. */
function withoutUnreachable(schema: GraphQLSchema): GraphQLSchema {
  const objects = Object.values(schema.getTypeMap()).filter(isObjectType)
  return new GraphQLSchema({
    ...schema.toConfig(),
    types: objects.filter((type) => type.getInterfaces().length > 0),
  })
}
