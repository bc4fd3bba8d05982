import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql'

/**
 * The names of the fields that are asked for of a field's object, those in fragments too. Directives
 * that leave some out are not looked at: a field that is written down counts.
 */
export function listSelectedFields({ fieldNodes, fragments }: GraphQLResolveInfo): string[] {
  function list(selectionSet: SelectionSetNode | undefined): string[] {
    return (selectionSet?.selections ?? []).flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection.name.value]
      if (selection.kind === Kind.INLINE_FRAGMENT) return list(selection.selectionSet)
      return list(fragments[selection.name.value]?.selectionSet)
    })
  }
  return fieldNodes.flatMap(({ selectionSet }) => list(selectionSet))
}
