import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql'

/**
 * The names of the fields that are selected on a field's object, including those in fragments. Directives
 * that leave some out are ignored: every field in the document counts.
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
