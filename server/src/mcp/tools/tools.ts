import type { Tool } from '../tool.ts'
import { addTasksTool } from './add-tasks.tool.ts'
import {
  completeTasksTool,
  moveTasksTool,
  trashTasksTool,
  updateTasksTool,
} from './change-tasks.tools.ts'
import { editListsTool } from './edit-lists.tool.ts'
import { editTagsTool } from './edit-tags.tool.ts'
import { fetchTool } from './fetch.tool.ts'
import { findTasksTool } from './find-tasks.tool.ts'
import { historyTool } from './history.tool.ts'
import { overviewTool } from './overview.tool.ts'
import { parseTool } from './parse.tool.ts'
import { searchTool } from './search.tool.ts'
import { undoTool } from './undo.tool.ts'

/** All tools, in the order in which they are listed. */
export const tools: readonly Tool[] = [
  overviewTool,
  findTasksTool,
  searchTool,
  fetchTool,
  addTasksTool,
  updateTasksTool,
  completeTasksTool,
  moveTasksTool,
  trashTasksTool,
  editListsTool,
  editTagsTool,
  historyTool,
  undoTool,
  parseTool,
]
