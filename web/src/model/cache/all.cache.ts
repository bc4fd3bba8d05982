import type { FeatureCache } from '../../graphql/cache.exchange.ts'
import { changesCache } from './changes.cache.ts'
import { listCache } from './lists.cache.ts'
import { tagCache } from './tags.cache.ts'
import { taskBulkCache } from './task-bulk.cache.ts'
import { taskCache } from './tasks.cache.ts'
import { viewCache } from './views.cache.ts'

/** What all changes of the app mean for its cache. */
export const features: readonly FeatureCache[] = [
  taskCache,
  taskBulkCache,
  listCache,
  tagCache,
  viewCache,
  changesCache,
]
