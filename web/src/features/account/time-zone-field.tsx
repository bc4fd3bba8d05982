'use client'

import { useMemo } from 'react'
import { SearchSelectField } from '../../ui/fields/search-select-field.tsx'
import { DeviceZone } from './device-zone.tsx'
import { findsTimeZone, listTimeZones, modernTimeZone } from './time-zones.ts'
import { useProfileField } from './use-profile-field.ts'

/** Which zone's midnight ends the day. */
export function TimeZoneField({ saved }: { saved: string }) {
  const { value, state, change } = useProfileField('timeZone', saved)
  const zones = useMemo(
    () =>
      listTimeZones(Intl.supportedValuesOf('timeZone'), value, Date.now()).map((zone) => ({
        ...zone,
        detail: zone.offset,
      })),
    [value],
  )
  return (
    <>
      <SearchSelectField
        label="Time zone"
        items={zones}
        value={modernTimeZone(value)}
        toText={({ name, offset }) => `${name} (${offset})`}
        matches={findsTimeZone}
        state={state}
        onChange={change}
      />
      <DeviceZone saved={value} onUse={change} />
    </>
  )
}
