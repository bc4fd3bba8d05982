import { useState } from 'react'
import { findPushObstacle } from '../../installed/device-push.ts'
import { pushObstacleWords } from '../../installed/push-obstacle-words.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/marks/notice.tsx'
import styles from './this-device.module.css'
import type { PushDevicesActions } from './use-push-devices.ts'

export type ThisDeviceProps = {
  /** What the API calls this browser; undefined while notifications are off. */
  id: string | undefined
  devices: PushDevicesActions
}

/** Notifications of the browser itself: on, off, or what is in the way and what works instead. */
export function ThisDevice({ id, devices }: ThisDeviceProps) {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const obstacle = findPushObstacle()

  async function turnOn(): Promise<void> {
    setBusy(true)
    setProblem(await devices.turnOn())
    setBusy(false)
  }

  if (obstacle) return <p className={styles.words}>{pushObstacleWords[obstacle]}</p>
  if (id === undefined) {
    return (
      <>
        <div>
          <Button disabled={isBusy} onClick={() => void turnOn()}>
            Turn on notifications
          </Button>
        </div>
        {problem && <Notice>{problem}</Notice>}
      </>
    )
  }
  return (
    <div className={styles.row}>
      <p className={styles.words}>Notifications are on.</p>
      <Button onClick={() => void devices.sendTest(id)}>Send a test</Button>
      <Button onClick={() => void devices.turnOffHere(id)}>Turn off</Button>
    </div>
  )
}
