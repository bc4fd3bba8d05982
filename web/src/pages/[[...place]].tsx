import { fromNodeHeaders } from 'better-auth/node'
import type { GetServerSideProps, Redirect } from 'next'
import Router from 'next/router'
import { useEffect } from 'react'
import { loginPath } from '../auth/browser/next-path.ts'
import { findSession } from '../auth/sessions/session.server.ts'
import { mintSessionToken } from '../auth/sessions/session-token.ts'
import { getWebEnv } from '../env.ts'
import { readTheme, type Theme, themeCookie } from '../features/account/theme.ts'
import { isFolded, sidebarCookie } from '../features/shell/sidebar-cookie.ts'
import { findFirstAnswers, type SentAnswers } from '../model/places/first-answers.server.ts'
import { listFirstRequests } from '../model/places/first-requests.ts'
import { type Address, parseAddress, printAddress } from '../places/address.ts'
import { FirstAddress } from '../places/navigation.ts'
import { TasksApp, type TasksAppProps } from '../tasks-app/tasks-app.tsx'
import { requestLocale } from '../time/browser-locale.ts'
import { minuteClock } from '../time/now.ts'

export type AppPageProps = Omit<TasksAppProps, 'first'> & {
  address: Address
  theme: Theme
  personId: string
  /** Null when the API had nothing for the page; the app then asks by itself. */
  sent: SentAnswers | null
}

/** Every place of the app; once it runs, it goes from place to place by itself. */
export default function AppPage({ address, sent, ...app }: AppPageProps) {
  // Back and forward change the place, too; Next would ask the server.
  useEffect(() => Router.beforePopState(() => false), [])
  const first = sent ? { ...sent, requests: listFirstRequests(address.place) } : undefined
  return (
    <FirstAddress value={address}>
      <TasksApp first={first} {...app} />
    </FirstAddress>
  )
}

export const getServerSideProps: GetServerSideProps<AppPageProps> = async ({ req, query }) => {
  const { place, q } = query
  const headers = fromNodeHeaders(req.headers)
  if (!Array.isArray(place)) return redirectTo((await findSession(headers)) ? '/inbox' : '/login')
  const search = typeof q === 'string' ? new URLSearchParams({ q }).toString() : ''
  const address = parseAddress(`/${place.join('/')}`, search)
  if (!address) return { notFound: true }
  const session = await findSession(headers)
  if (!session) return redirectTo(loginPath(printAddress(address)))
  const { id, name, email, image = null, theme } = session.user
  const config = getWebEnv()
  const token = await mintSessionToken(session, config)
  const sent =
    (await findFirstAnswers(address.place, { apiUrl: config.apiInternalUrl, token })) ?? null
  return {
    props: {
      address,
      apiUrl: config.apiUrl,
      opened: { at: minuteClock.read(), locale: requestLocale(req.headers['accept-language']) },
      sent,
      person: { name, email, image },
      personId: id,
      sidebarFolded: isFolded(req.cookies[sidebarCookie]),
      theme: readTheme(req.cookies[themeCookie] ?? theme),
    },
  }
}

function redirectTo(destination: string): { redirect: Redirect } {
  return { redirect: { destination, permanent: false } }
}
