import { useState } from 'react'

/** The value or, while it is undefined, the previous one, so that nothing flickers. */
export function useLastDefined<Value>(value: Value | undefined): Value | undefined {
  const [last, setLast] = useState(value)
  if (value !== undefined && value !== last) setLast(value)
  return value ?? last
}
