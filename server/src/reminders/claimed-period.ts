import type { ClaimedDelivery } from '../deliveries/delivery.queries.ts'

/** What a delivery is taken up for: all that was due after the one instant, up to the other. */
export function periodOf({ afterMs, nowMs }: ClaimedDelivery) {
  return {
    after: Temporal.Instant.fromEpochMilliseconds(afterMs),
    now: Temporal.Instant.fromEpochMilliseconds(nowMs),
  }
}
