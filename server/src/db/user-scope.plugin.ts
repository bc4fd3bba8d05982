import {
  AndNode,
  BinaryOperationNode,
  ColumnNode,
  type DeleteQueryNode,
  IdentifierNode,
  type InsertQueryNode,
  type JoinNode,
  type KyselyPlugin,
  type MergeQueryNode,
  OnNode,
  type OperationNode,
  OperationNodeTransformer,
  OperatorNode,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  PrimitiveValueListNode,
  type QueryResult,
  ReferenceNode,
  type RootOperationNode,
  type SelectQueryNode,
  TableNode,
  type UnknownRow,
  type UpdateQueryNode,
  ValueListNode,
  ValueNode,
  ValuesNode,
  WhereNode,
  type WithNode,
} from 'kysely'
import { type TenantTables, tenantColumns } from '../tables.ts'

/**
 * Adds the person to every query by itself: a condition for each table that is read, joined,
 * updated or deleted from, subqueries and CTEs included, and a value for each inserted row.
 * A table that no person owns is refused.
 *
 * This is the first of two layers; row-level security is the second and knows nothing of this one.
 */
export class UserScopePlugin implements KyselyPlugin {
  readonly #userId: string

  constructor(userId: string) {
    this.#userId = userId
  }

  transformQuery(args: PluginTransformQueryArgs): RootOperationNode {
    return new UserScopeTransformer(this.#userId).transformNode(args.node)
  }

  transformResult(args: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return Promise.resolve(args.result)
  }
}

class UserScopeTransformer extends OperationNodeTransformer {
  readonly #userId: string
  readonly #commonTables = new Set<string>()

  constructor(userId: string) {
    super()
    this.#userId = userId
  }

  protected override transformWith(node: WithNode): WithNode {
    for (const expression of node.expressions) {
      const name = expression.name.table.table.identifier.name
      if (Object.hasOwn(tenantColumns, name))
        throw new Error(`A common table expression can't be named like the table "${name}"`)
      this.#commonTables.add(name)
    }
    return super.transformWith(node)
  }

  protected override transformSelectQuery(node: SelectQueryNode): SelectQueryNode {
    const query = this.#withCommonTablesFirst(node, () => super.transformSelectQuery(node))
    return this.#whereOwned(query, query.from?.froms ?? [])
  }

  protected override transformUpdateQuery(node: UpdateQueryNode): UpdateQueryNode {
    const query = this.#withCommonTablesFirst(node, () => super.transformUpdateQuery(node))
    const tables = query.table ? [query.table] : []
    return this.#whereOwned(query, [...tables, ...(query.from?.froms ?? [])])
  }

  protected override transformDeleteQuery(node: DeleteQueryNode): DeleteQueryNode {
    const query = this.#withCommonTablesFirst(node, () => super.transformDeleteQuery(node))
    return this.#whereOwned(query, [...query.from.froms, ...(query.using?.tables ?? [])])
  }

  protected override transformInsertQuery(node: InsertQueryNode): InsertQueryNode {
    const query = this.#withCommonTablesFirst(node, () => super.transformInsertQuery(node))
    const column = query.into && this.#tenantColumn(query.into)?.column
    // `insert … select` and `default values` leave the column to its default, the scope's own user.
    if (!column || !query.columns || !query.values || !ValuesNode.is(query.values)) return query
    return {
      ...query,
      columns: [...query.columns, ColumnNode.create(column)],
      values: ValuesNode.create(
        query.values.values.map((row) =>
          PrimitiveValueListNode.is(row)
            ? PrimitiveValueListNode.create([...row.values, this.#userId])
            : ValueListNode.create([...row.values, ValueNode.create(this.#userId)]),
        ),
      ),
    }
  }

  protected override transformMergeQuery(_node: MergeQueryNode): MergeQueryNode {
    throw new Error('The user-scoped database has no MERGE; use an insert with onConflict')
  }

  protected override transformJoin(node: JoinNode): JoinNode {
    // These keep rows that fail the condition, other people's among them.
    if (node.joinType === 'RightJoin' || node.joinType === 'FullJoin')
      throw new Error(
        'The user-scoped database has no right or full join; turn it into a left join',
      )
    const join = super.transformJoin(node)
    const condition = this.#ownedCondition(join.table)
    if (!condition) return join
    const on = join.on ? AndNode.create(join.on.on, condition) : condition
    return { ...join, on: OnNode.create(on) }
  }

  // A query's own CTEs are named before its FROM is looked at, whatever order the keys are in.
  #withCommonTablesFirst<T>(node: { with?: WithNode }, transform: () => T): T {
    for (const expression of node.with?.expressions ?? [])
      this.#commonTables.add(expression.name.table.table.identifier.name)
    return transform()
  }

  #whereOwned<T extends { where?: WhereNode }>(query: T, sources: readonly OperationNode[]): T {
    let where = query.where
    for (const source of sources) {
      const condition = this.#ownedCondition(source)
      if (!condition) continue
      where = WhereNode.create(where ? AndNode.create(where.where, condition) : condition)
    }
    return where ? { ...query, where } : query
  }

  #ownedCondition(source: OperationNode): OperationNode | undefined {
    const tenant = this.#tenantColumn(source)
    if (!tenant) return undefined
    return BinaryOperationNode.create(
      ReferenceNode.create(ColumnNode.create(tenant.column), TableNode.create(tenant.reference)),
      OperatorNode.create('='),
      ValueNode.create(this.#userId),
    )
  }

  /** The owner's column of a source and the name it goes by in this query; undefined for subqueries. */
  #tenantColumn(source: OperationNode): { reference: string; column: string } | undefined {
    const aliased = source.kind === 'AliasNode' ? (source as never as AliasLike) : undefined
    const table = aliased ? aliased.node : source
    if (!TableNode.is(table)) return undefined
    const name = table.table.identifier.name
    if (this.#commonTables.has(name)) return undefined
    const column = Object.hasOwn(tenantColumns, name)
      ? tenantColumns[name as keyof TenantTables]
      : undefined
    if (!column)
      throw new Error(`The table "${name}" can't be reached from the user-scoped database`)
    const reference = aliased && IdentifierNode.is(aliased.alias) ? aliased.alias.name : name
    return { reference, column }
  }
}

type AliasLike = {
  node: OperationNode
  alias: OperationNode
}
