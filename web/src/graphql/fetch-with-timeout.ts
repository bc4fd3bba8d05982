/** A request without an answer for so long is trouble that a person should hear of. */
export const answerTimeoutMilliseconds = 20_000
