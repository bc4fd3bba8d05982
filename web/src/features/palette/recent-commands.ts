import { readDraft, writeDraft } from '../../model/drafts/drafts.ts'

const name = 'recent-commands'
const mostKept = 20

/** The ids of what was used on this device, the last one first; forgotten when its person signs out. */
export function readRecentCommands(): string[] {
  return readDraft(name)?.split(' ') ?? []
}

/** Keeps in mind that a command was used. */
export function rememberCommand(id: string): void {
  const others = readRecentCommands().filter((other) => other !== id)
  writeDraft(name, [id, ...others].slice(0, mostKept).join(' '))
}
