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
 * What programs for the released schema could no longer rely on in the current one, each in a sentence. Parts
 * that were `@deprecated` in the released one may be removed, and so may parts that only those led to.
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

/** Rebuilt from its roots, a schema has only what they lead to, and the types of interfaces. */
function withoutUnreachable(schema: GraphQLSchema): GraphQLSchema {
  const objects = Object.values(schema.getTypeMap()).filter(isObjectType)
  return new GraphQLSchema({
    ...schema.toConfig(),
    types: objects.filter((type) => type.getInterfaces().length > 0),
  })
}
