import { expect, test } from 'vitest'
import type { Command } from './command.ts'
import { rankCommands } from './rank-commands.ts'

const commands = [
  make('inbox', 'Inbox', 'Go to'),
  make('today', 'Today', 'Go to'),
  make('todo', 'Todo', 'Go to'),
  make('dark', 'Theme: dark', 'Actions', 'night'),
  make('undo', 'Undo', 'Actions'),
]

test('with nothing typed, what was used last comes first, and nothing comes twice', () => {
  expect(show('', ['undo', 'gone', 'today'])).toEqual([
    'Recent: undo today',
    'Go to: inbox todo',
    'Actions: dark',
  ])
  expect(show('  ', [])).toEqual(['Go to: inbox today todo', 'Actions: dark undo'])
})

test('what was typed is looked for in names and other words, the best group first', () => {
  expect(show('undo', [])).toEqual(['Actions: undo'])
  expect(show('night', [])).toEqual(['Actions: dark'])
  expect(show('tod', [])).toEqual(['Go to: todo today'])
  expect(show('nothing of the kind', [])).toEqual([])
})

test('of what answers alike, what was used lately comes first', () => {
  expect(show('tod', ['today'])).toEqual(['Go to: today todo'])
})

function show(query: string, recentIds: string[]): string[] {
  return rankCommands(commands, query, recentIds).map(
    ({ title, items }) => `${title}: ${items.map(({ id }) => id).join(' ')}`,
  )
}

function make(id: string, name: string, group: string, words?: string): Command {
  return { id, name, group, icon: null, run: () => {}, ...(words && { words }) }
}
