/** Of todo.txt and Org: A is Urgent, B High, C Medium, any other Low; none without one. */
export function toPriority(letter: string | undefined): number {
  if (letter === undefined) return 0
  const nth = ['A', 'B', 'C'].indexOf(letter.toUpperCase())
  return nth < 0 ? 1 : 4 - nth
}
