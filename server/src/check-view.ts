import { coerceInputValue, type GraphQLInputType, GraphQLList, isInputType } from 'graphql'
import type { InputIssue } from './errors.ts'
import { refuseManyObjects } from './graphql/self-holding-inputs.ts'
import { schema } from './schema.ts'
import { findFilterIssues, findOrderIssues } from './tasks/filter/task-filter.service.ts'
import type { CheckView } from './transfer/import-reader.ts'

/** How many problems of one filter are found: each costs a search for what may have been meant. */
const maxIssues = 20

/** What is wrong with a view's filter and order as JSON: what a mutation would refuse as variables. */
export const checkView: CheckView = ({ filter, orderBy }) => {
  const tooMany = refuseManyObjects(['filter'], { filter })
  if (tooMany?.issues) return [...tooMany.issues]
  return [
    ...checkInput(filter, getInputType('TaskFilter'), ['filter'], findFilterIssues),
    ...checkInput(
      orderBy,
      new GraphQLList(getInputType('TaskOrder')),
      ['orderBy'],
      findOrderIssues,
    ),
  ]
}

function checkInput<Value>(
  json: unknown,
  type: GraphQLInputType,
  path: InputIssue['path'],
  findIssues: (value: Value, path: InputIssue['path']) => readonly InputIssue[],
): readonly InputIssue[] {
  const issues: InputIssue[] = []
  let value: unknown
  try {
    value = coerceInputValue(json, type, (inner, _value, error) => {
      issues.push({ path: [...path, ...inner], message: error.message })
      if (issues.length === maxIssues) throw error
    })
  } catch (error) {
    if (issues.length < maxIssues) throw error
    return issues
  }
  if (value == null) return [{ path, message: 'It is missing.' }]
  return issues.length > 0 ? issues : findIssues(value as Value, path)
}

function getInputType(name: string): GraphQLInputType {
  const type = schema.getType(name)
  if (!isInputType(type)) throw new Error(`An input type ${name} was expected in the schema`)
  return type
}
