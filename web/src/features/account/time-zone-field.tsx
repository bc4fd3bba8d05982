'use client'

import { useMemo } from 'react'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { DeviceZone } from './device-zone.tsx'
import { groupTimeZones } from './time-zones.ts'
import { useProfileField } from './use-profile-field.ts'

/** Which zone's midnight ends the day. */
export function TimeZoneField({ saved }: { saved: string }) {
  const { value, state, change } = useProfileField('timeZone', saved)
  const groups = useMemo(() => groupTimeZones(Intl.supportedValuesOf('timeZone'), value), [value])
  return (
    <>
      <SelectField
        label="Time zone"
        value={value}
        state={state}
        onChange={(event) => change(event.currentTarget.value)}
      >
        {groups.map(({ region, zones }) => (
          <optgroup key={region} label={region}>
            {zones.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
      <DeviceZone saved={value} onUse={change} />
    </>
  )
}
