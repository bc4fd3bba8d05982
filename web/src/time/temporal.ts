/**
 * Makes sure that `Temporal` exists, which the domain's rules of days and repeats need: browsers without
 * it get a polyfill. Await it before the modules that use them are imported.
 */
export async function loadTemporal(): Promise<void> {
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')
}
