'use client'

import { findAddresses } from './find-addresses.ts'
import styles from './title-links.module.css'

/** The addresses in a title as links, below it: in the field itself a press places the caret. */
export function TitleLinks({ title }: { title: string }) {
  const addresses = findAddresses(title)
  if (addresses.length === 0) return null
  return (
    <ul className={styles.links} aria-label="Links in the title">
      {addresses.map(({ text, url }) => (
        <li key={url}>
          <a href={url} dir="auto" {...(/^https?:/i.test(url) && inTab)}>
            {text.replace(/^https?:\/\/(www\.)?/i, '')}
          </a>
        </li>
      ))}
    </ul>
  )
}

const inTab = { target: '_blank', rel: 'noopener noreferrer nofollow' }
