import { textLimits } from '@tend/server/domain/limits'
import { type CheckedText, checkText } from '@tend/server/domain/text'

/** The API's own rule for a title, so that a slip is told before anything is sent. */
export function checkTitle(text: string): CheckedText {
  return checkText(text, textLimits.taskTitle)
}
