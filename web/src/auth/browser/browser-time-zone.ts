/**
 * Sends something with the browser's time zone; once more without, when the server doesn't know it: a
 * zone newer than its data must not keep anybody from signing up.
 */
export async function sendWithTimeZone<
  Answer extends { error: { code?: string | undefined } | null },
>(send: (zone: { timeZone?: string }) => Promise<Answer>): Promise<Answer> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const answer = await send({ timeZone })
  return answer.error?.code === 'INVALID_TIME_ZONE' ? send({}) : answer
}
