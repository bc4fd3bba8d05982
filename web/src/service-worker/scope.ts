/** The worker itself, which TypeScript takes for any kind of worker. */
export const scope = self as unknown as ServiceWorkerGlobalScope
