import type { FeatureCache } from '../../graphql/cache.exchange.ts'
import { loadTemporal } from '../../time/temporal.ts'
import { changesCache } from './changes.cache.ts'
import { listCache } from './lists.cache.ts'
import { newestCache } from './newest.cache.ts'
import { tagCache } from './tags.cache.ts'
import { taskBulkCache } from './task-bulk.cache.ts'
import { taskCache } from './tasks.cache.ts'
import { trashCache } from './trash.cache.ts'
import { viewCache } from './views.cache.ts'

/** How every change of the app updates its cache. */
export const features: readonly FeatureCache[] = [
  taskCache,
  taskBulkCache,
  listCache,
  tagCache,
  viewCache,
  trashCache,
  changesCache,
  newestCache,
]

/** The same, once everything that judging a filter needs is loaded. */
export async function loadFeatures(): Promise<readonly FeatureCache[]> {
  await loadTemporal()
  return features
}
