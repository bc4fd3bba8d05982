// biome-ignore-all lint/performance/noBarrelFile: this is what the package gives.
export { type CallOptions, type ClientSettings, createClient, type TendClient } from './client.ts'
export type { TypedText } from './document.ts'
export type { FollowedPage } from './follow.ts'
export { createMutationId } from './name-mutations.ts'
export { eachNode, eachPage, type Page, type PageArguments } from './pages.ts'
export {
  type AnswerError,
  type ErrorCode,
  type InputIssue,
  type KnownErrorCode,
  TendError,
} from './tend-error.ts'
