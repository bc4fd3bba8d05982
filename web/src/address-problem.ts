const maxLength = 8_000

/**
 * Why nothing can be found at an address, and the status that says so (RFC 9110, section 15.5), or
 * undefined. A NUL, which none of our texts may contain and no database stores, is checked here once for
 * every path and every parameter.
 */
export function findAddressProblem(
  href: string,
): { status: 400 | 414; message: string } | undefined {
  if (href.length > maxLength) {
    return {
      status: 414,
      message: `The address has ${href.length} characters, and the limit is ${maxLength}.`,
    }
  }
  // Also when it is encoded twice, because some programs decode twice.
  if (/%(?:25)*00/.test(href)) {
    return {
      status: 400,
      message:
        'The address holds a NUL (%00), which nothing here has in its name. Look for it, and leave it out.',
    }
  }
  return undefined
}
