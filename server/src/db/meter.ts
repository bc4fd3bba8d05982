/** Measures what is read from the database for one operation. */
export type Meter = {
  /**
   * Called when a statement or transaction gets its turn, which may be long after it was requested.
   *
   * @throws the reason why it may not begin any more
   */
  begin(): void
  /**
   * Called for each row, with the length of its contents in characters.
   *
   * @throws the reason why no more may be read; the rows are dropped then, and the statement fails
   */
  read(characters: number): void
}
