const [quote, backslash, openBrace, openBracket, closeBrace, closeBracket] = Buffer.from('"\\{[}]')

/**
 * Measures how deep the brackets of a JSON text nest, outside its strings, while it arrives; needs no
 * parser and no recursion. Each call gives the deepest so far.
 */
export function createNestingMeter(): (bytes: Uint8Array) => number {
  let [depth, deepest] = [0, 0]
  let [inString, isEscaped] = [false, false]
  return (bytes) => {
    for (const byte of bytes) {
      if (isEscaped) isEscaped = false
      else if (inString) {
        if (byte === backslash) isEscaped = true
        else if (byte === quote) inString = false
      } else if (byte === quote) inString = true
      else if (byte === openBrace || byte === openBracket) {
        depth += 1
        deepest = Math.max(deepest, depth)
      } else if (byte === closeBrace || byte === closeBracket) depth -= 1
    }
    return deepest
  }
}
