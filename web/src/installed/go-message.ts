/** What the service worker tells a page that should go somewhere without loading again: the path. */
export type GoMessage = { go: string }
