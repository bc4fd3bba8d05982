import { type Scene, wordAt } from './phrase.ts'
import { wordSet } from './words.ts'

const asking = wordSet(
  [
    'who what when where why how which did does do is are am was were has have can could would will',
    "should shall may might isn't aren't don't doesn't didn't can't won't any anyone anybody",
    "who's what's when's where's how's why's",
  ].join(' '),
)
/**
 * These count without a question mark: why does, how many, what time. "Do" and "have" don't,
 * because they begin commands as well.
 */
const surelyAsking = /^(?:does|doesn't|did|didn't|is|isn't|are|aren't|was|were|has)$/
const questionWords = /^(?:who|what|when|where|why|how|which)$/
const behindQuestionWord = wordSet(
  [
    'is are was were do does did can could will would should shall has have had might',
    'many much long often late early far come time day about',
  ].join(' '),
)

/** A question or a statement follows these words, and its days and times belong to it. */
const statementWords = wordSet(
  "who whom that which whether because where what why how who's i'm he's she's it's we're they're",
)
/** After these, "if" and "when" begin a question. */
const finding = wordSet('ask asks check see find out know wonder figure confirm decide up')
const pronouns = wordSet('i we he she they it there')
/** These make it an action after all: we should book flights on friday. */
const toBeDone = wordSet('need needs must should gotta wanna gonna shall will can could would')
const toBeDoneWithTo = wordSet('have has got want wants going like supposed')
const copulas = wordSet("is are was were isn't aren't wasn't weren't falls")
/** A request isn't a statement: make sure the alarm is set tonight. */
const commands = wordSet(
  [
    'check make ensure see tell remind remember confirm call text email ask know let say note verify',
    'test put keep leave turn switch print send find write pick get bring buy take please try watch',
    'double-check decide show give review update finish fix clean prepare prep plan book do go',
  ].join(' '),
)

/**
 * Whether a day, a time or a repeat from `index` on, whose preposition is before `start`, is part
 * of a question or statement and doesn't say when something is to be done. A deadline (by then)
 * counts all the same.
 */
export function isQuestionOrStatement(scene: Scene, index: number, start = index): boolean {
  const isBy = start > index && /^(?:by|due|than)$/.test(wordAt(scene, start - 1))
  return isQuestion(scene) ? !(isBy && isRequest(scene)) : !isBy && isInStatement(scene, index)
}

/** "What time is the game on tuesday?" */
function isQuestion(scene: Scene): boolean {
  const { tokens } = scene
  if (surelyAsking.test(wordAt(scene, 0))) return true
  if (questionWords.test(wordAt(scene, 0)) && behindQuestionWord.has(wordAt(scene, 1))) return true
  const ends = tokens.slice(-2).some(({ text }) => text === '?')
  return ends && tokens.some((_, at) => beginsClause(scene, at) && asking.has(wordAt(scene, at)))
}

/** "Can you send it by noon?" is a request. */
function isRequest(scene: Scene): boolean {
  return /^(?:can|could|will|would)$/.test(wordAt(scene, 0)) && wordAt(scene, 1) === 'you'
}

/**
 * "Find out why the boiler starts at 3am, we eat at 7, school is out on friday." A comma ends the
 * question.
 */
function isInStatement(scene: Scene, index: number): boolean {
  if (copulas.has(wordAt(scene, index - 1))) return true
  let start = index
  while (start > Math.max(0, index - farthest) && !beginsClause(scene, start)) start -= 1
  const words = scene.tokens.slice(start, index).map(({ lower }) => lower)
  if (words.some((word, nth) => statementWords.has(word) && (nth > 0 || word !== 'that')))
    return true
  if (words.some((word, nth) => /^(?:if|when)$/.test(word) && finding.has(words[nth - 1] ?? '')))
    return true
  return beginsClause(scene, start) && isStatement(words)
}

/** A clause that people read in one go is no longer than this. */
const farthest = 16

function isStatement(words: readonly string[]): boolean {
  const [first = ''] = words
  if (pronouns.has(first)) return !words.some((_, nth) => saysToDo(words, nth))
  if (commands.has(first)) return false
  return words.some((word, nth) => nth > 0 && (copulas.has(word) || isWillBe(words, nth)))
}

function saysToDo(words: readonly string[], nth: number): boolean {
  const [word = '', next] = [words[nth], words[nth + 1]]
  return toBeDone.has(word) || (toBeDoneWithTo.has(word) && next === 'to')
}

function isWillBe(words: readonly string[], nth: number): boolean {
  return words[nth] === 'will' && words[nth + 1] === 'be'
}

const clauseMarks = wordSet(', ; : . ! ? ( ) – — -')

function beginsClause(scene: Scene, index: number): boolean {
  return index === 0 || clauseMarks.has(wordAt(scene, index - 1))
}
