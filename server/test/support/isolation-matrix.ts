import type { GraphQLField, GraphQLSchema } from 'graphql'
import { findIdSlots } from './id-slots.ts'

/** The attacks on each field, with the headers of the published table. */
export const attacks = {
  answer: 'another’s id is answered like a free one',
  rows: 'another’s rows stay as they are',
  words: 'nothing of another’s comes back',
} as const

export type Attack = keyof typeof attacks

/** The two layers, each named by the one that is switched off while the other is tested alone. */
export const layers = { 'policies-only': 'scoping off', 'scoping-only': 'policies off' } as const

/** What one test found; it is in the `meta` of vitest's report. */
export type IsolationFinding = {
  field: string
  layer: keyof typeof layers
  /** Whether each attack was repelled; attacks for which the field has no input are left out. */
  withstood: Partial<Record<Attack, boolean>>
}

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface adds to the one that is declared there.
  interface TaskMeta {
    isolation?: IsolationFinding
  }
}

export type RootField = {
  name: string
  operation: 'query' | 'mutation' | 'subscription'
  field: GraphQLField<unknown, unknown>
}

/** `query me`, `mutation createTag`: all that can be asked for. */
export function listRootFields(schema: GraphQLSchema): RootField[] {
  return (['query', 'mutation', 'subscription'] as const).flatMap((operation) =>
    Object.values(schema.getRootType(operation as never)?.getFields() ?? {}).map((field) => ({
      name: `${operation} ${field.name}`,
      operation,
      field,
    })),
  )
}

/** The rows of the matrix: every root field, and the fields of objects that take an id. */
export function listMatrixRows(schema: GraphQLSchema): { field: string; idInputs: number }[] {
  const inputs = new Map(listRootFields(schema).map(({ name }) => [name, 0]))
  for (const { name } of findIdSlots(schema)) {
    const field = fieldOf(name)
    inputs.set(field, (inputs.get(field) ?? 0) + 1)
  }
  return [...inputs].map(([field, idInputs]) => ({ field, idInputs }))
}

/** `query tasks(filter.id.eq)` is an input of `query tasks`. */
export function fieldOf(slotName: string): string {
  return slotName.replace(/\(.*$/, '')
}

/**
 * The table in Markdown: a row for each field, a column for each attack with each layer off. A cell
 * is ✓ when every attack was repelled, ✗ when one was not, – when the field has no input for it.
 *
 * @throws Error when a field of the schema has not been tried at all
 */
export function printMatrix(schema: GraphQLSchema, findings: readonly IsolationFinding[]): string {
  const columns = (Object.keys(attacks) as Attack[]).flatMap((attack) =>
    (Object.keys(layers) as (keyof typeof layers)[]).map((layer) => ({ attack, layer })),
  )
  const heads = columns.map(({ attack, layer }) => `${attacks[attack]}, ${layers[layer]}`)
  const rows = listMatrixRows(schema).map(({ field, idInputs }) => {
    const own = findings.filter((finding) => finding.field === field)
    if (own.length === 0) throw new Error(`Findings were expected for ${field}, found none`)
    const cells = columns.map(({ attack, layer }) => {
      const results = own
        .filter((finding) => finding.layer === layer)
        .flatMap(({ withstood }) => withstood[attack] ?? [])
      if (results.length === 0) return '–'
      return results.every(Boolean) ? '✓' : '✗'
    })
    return [`\`${field}\``, idInputs, ...cells]
  })
  const lines = [
    ['field', 'inputs for ids', ...heads],
    ['---', '---:', ...columns.map(() => ':-:')],
  ]
  return [...lines, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
