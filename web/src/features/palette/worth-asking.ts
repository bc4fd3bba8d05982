const wordByItself =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{S}]/u

/** Whether tasks are looked for: by two letters, or by one that is a word in its script, or by a sign. */
export function isWorthAsking(query: string): boolean {
  return query.length > 1 || wordByItself.test(query)
}
