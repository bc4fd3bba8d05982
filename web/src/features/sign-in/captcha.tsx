'use client'

import { useEffect, useRef, useState } from 'react'
import type { CaptchaWidget } from '../../auth/rules/captcha.ts'
import { Notice } from '../../ui/marks/notice.tsx'
import styles from './auth-form.module.css'
import { loadTurnstile } from './turnstile.ts'
import { captchaField } from './use-auth-form.ts'

export type CaptchaProps = { widget: CaptchaWidget | undefined; attempt: number }

/** The check that somebody is a person, a new one for each attempt; nothing where none is configured. */
export function Captcha({ widget, attempt }: CaptchaProps) {
  return widget && <Check key={attempt} {...widget} />
}

function Check({ url, siteKey }: CaptchaWidget) {
  const place = useRef<HTMLDivElement>(null)
  const [answer, setAnswer] = useState('')
  const [failed, setFailed] = useState(false)

  useEffect(() => {
    let remove: (() => void) | undefined
    let gone = false
    loadTurnstile(url).then(
      (turnstile) => {
        if (gone || !place.current) return
        const id = turnstile.render(place.current, {
          sitekey: siteKey,
          theme: document.documentElement.dataset.theme ?? 'auto',
          size: 'flexible',
          'response-field': false,
          callback(passed) {
            setFailed(false)
            setAnswer(passed)
          },
          'expired-callback': () => setAnswer(''),
          'error-callback': () => setFailed(true),
        })
        remove = () => turnstile.remove(id)
      },
      () => setFailed(true),
    )
    return () => {
      gone = true
      remove?.()
    }
  }, [url, siteKey])

  return (
    <>
      <div className={styles.check} ref={place} />
      <input type="hidden" name={captchaField} value={answer} />
      {failed && (
        <Notice>
          The check that you are a person can’t be shown. If something in your browser blocks{' '}
          {new URL(url).host}, allow it and load this page again.
        </Notice>
      )}
    </>
  )
}
