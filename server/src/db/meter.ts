/** Watches over what is read from the database for one operation. */
export type Meter = {
  /**
   * Called when a statement's or transaction's turn has come, which may be long after it was asked for.
   *
   * @throws why it may not begin any more
   */
  begin(): void
  /**
   * Called for each row, with the length of what is in it in characters.
   *
   * @throws why no more may be read; what was read is dropped then, and the statement fails
   */
  read(characters: number): void
}
