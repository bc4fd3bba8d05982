const wordByItself =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{S}]/u

/** Whether to search for tasks: from two letters on, or one that is a word in its script, or a sign. */
export function isWorthAsking(query: string): boolean {
  return query.length > 1 || wordByItself.test(query)
}
