'use client'

import { useEffect, useState } from 'react'
import { describeError } from '../../graphql/error-text.ts'
import { useQuery } from '../../graphql/use-query.ts'
import { findDeviceSubscription } from '../../installed/device-push.ts'
import { Button } from '../../ui/button.tsx'
import { Entry, EntryLine, EntryList, EntrySkeleton } from '../../ui/lists/entry-list.tsx'
import { Placeholder } from '../../ui/marks/notice.tsx'
import { Section } from '../../ui/page/section.tsx'
import { describeInstant, toInstantStyle } from '../../ui/time-words.ts'
import { PushDevicesQuery } from './push-devices.query.ts'
import { ThisDevice } from './this-device.tsx'
import { usePushDevices } from './use-push-devices.ts'

/** The devices that show notifications, this one first; each can be tried and turned off. */
export function PushDevices() {
  const { data, error, refresh } = useQuery({ query: PushDevicesQuery })
  const devices = usePushDevices(refresh)
  const here = useDeviceEndpoint(data)
  if ((!data && !error) || here === undefined) return <EntrySkeleton />
  if (!data?.me || !data.pushSubscriptions) {
    return (
      <Placeholder title="Your devices can’t be shown right now" alert>
        <p>{error && describeError(error)}</p>
        <Button onClick={refresh}>Try again</Button>
      </Placeholder>
    )
  }
  const style = toInstantStyle(data.me)
  const isHere = (endpoint: string) => endpoint === here
  const others = data.pushSubscriptions.filter(({ endpoint }) => !isHere(endpoint))
  return (
    <>
      <Section
        title="Notifications on this device"
        hint="Reminders reach you here even when Tend isn’t open."
      >
        <ThisDevice
          id={data.pushSubscriptions.find(({ endpoint }) => isHere(endpoint))?.id}
          devices={devices}
        />
      </Section>
      {others.length > 0 && (
        <Section
          title="Other devices"
          hint="Signing out on a device turns its notifications off, too."
        >
          <EntryList label="Devices with notifications">
            {others.map(({ id, device, createdAt }) => {
              const name = device ?? 'Unknown device'
              return (
                <Entry
                  key={id}
                  title={name}
                  action={
                    <Button
                      aria-label={`Turn off notifications: ${name}`}
                      onClick={() => void devices.turnOff(id, name)}
                    >
                      Turn off
                    </Button>
                  }
                >
                  <EntryLine parts={[`Turned on ${describeInstant(createdAt, style)}`]} />
                </Entry>
              )
            })}
          </EntryList>
        </Section>
      )}
    </>
  )
}

/** The address of this browser, null where it has none, undefined until that is known. */
function useDeviceEndpoint(asOf: unknown): string | null | undefined {
  const [endpoint, setEndpoint] = useState<string | null>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked up again with each answer.
  useEffect(() => {
    let isCurrent = true
    void findDeviceSubscription().then((subscription) => {
      if (isCurrent) setEndpoint(subscription?.endpoint ?? null)
    })
    return () => {
      isCurrent = false
    }
  }, [asOf])
  return endpoint
}
