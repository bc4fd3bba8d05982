import { fromNodeHeaders } from 'better-auth/node'
import type { GetServerSideProps, Redirect } from 'next'
import Head from 'next/head'
import Router from 'next/router'
import { useEffect } from 'react'
import { loginPath } from '../auth/next-path.ts'
import { findSession } from '../auth/session.server.ts'
import { getWebEnv } from '../env.ts'
import { readTheme, type Theme, themeCookie } from '../features/account/theme.ts'
import { isFolded, sidebarCookie } from '../features/shell/sidebar-cookie.ts'
import { type Address, parseAddress, printAddress } from '../places/address.ts'
import { FirstAddress } from '../places/navigation.ts'
import { fixedTitle } from '../places/titles.ts'
import { TasksApp, type TasksAppProps } from '../tasks-app/tasks-app.tsx'

export type AppPageProps = TasksAppProps & { address: Address; theme: Theme }

/** Every place of the app: once it runs it changes from place to place by itself. */
export default function AppPage({ address, ...app }: AppPageProps) {
  // Back and forward are changes of place too; Next would ask the server.
  useEffect(() => Router.beforePopState(() => false), [])
  const title = fixedTitle(address.place)
  return (
    <FirstAddress value={address}>
      {title && (
        <Head>
          <title key="title">{`${title} · Tend`}</title>
        </Head>
      )}
      <TasksApp {...app} />
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
  const { name, email, image = null, theme } = session.user
  return {
    props: {
      address,
      apiUrl: getWebEnv().apiUrl,
      person: { name, email, image },
      sidebarFolded: isFolded(req.cookies[sidebarCookie]),
      theme: readTheme(req.cookies[themeCookie] ?? theme),
    },
  }
}

function redirectTo(destination: string): { redirect: Redirect } {
  return { redirect: { destination, permanent: false } }
}
