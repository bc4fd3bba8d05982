import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown'
import type { Processor } from 'unified'

/** The attribute of an item that has a box: the offset of the box in the text, from 0. */
export const boxAttribute = 'data-box'

/**
 * Marks each item of a task list with the offset of its box in the text. The parser knows it exactly,
 * in loose, nested, quoted and numbered lists alike; a search for brackets finds wrong ones beside
 * code. To be used after `remark-gfm`, which reads the boxes.
 */
export function taskBoxes(this: Processor): void {
  const data = this.data() as { fromMarkdownExtensions?: Extension[] }
  data.fromMarkdownExtensions ??= []
  data.fromMarkdownExtensions.push({
    enter: { taskListCheckValueChecked: noteBox, taskListCheckValueUnchecked: noteBox },
  })
}

function noteBox(this: CompileContext, { start }: Token): void {
  const item = this.stack.at(-2)
  if (item?.type === 'listItem')
    item.data = { ...item.data, hProperties: { [boxAttribute]: start.offset } }
}
