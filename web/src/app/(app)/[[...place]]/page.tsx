import type { Metadata } from 'next'
import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { requireSession } from '../../../auth/require-session.ts'
import { findSession } from '../../../auth/session.server.ts'
import { getWebEnv } from '../../../env.ts'
import { isFolded, sidebarCookie } from '../../../features/shell/sidebar-cookie.ts'
import { earlyTokenScript } from '../../../graphql/early-token.ts'
import { parseAddress, printAddress } from '../../../places/address.ts'
import { fixedTitle } from '../../../places/titles.ts'
import { readNonce } from '../../../security-headers.ts'
import { TasksApp } from '../tasks-app.tsx'

type PageProps = {
  params: Promise<{ place?: string[] }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const address = await readAddress(props)
  const title = address && fixedTitle(address.place)
  // Without one the layout's stands; an undefined one would leave the page without any.
  return title === undefined ? {} : { title }
}

/** Every place of the app: once it runs it changes from place to place by itself. */
export default async function AppPage(props: PageProps) {
  const { place } = await props.params
  if (!place) redirect((await findSession(await headers())) ? '/inbox' : '/login')
  const address = await readAddress(props)
  if (!address) notFound()
  const { name, email, image } = (await requireSession(printAddress(address))).user
  const { apiUrl } = getWebEnv()
  const nonce = readNonce((await headers()).get('content-security-policy'))
  return (
    <>
      <link rel="preconnect" href={new URL(apiUrl).origin} crossOrigin="anonymous" />
      <script nonce={nonce} suppressHydrationWarning>
        {earlyTokenScript}
      </script>
      <TasksApp
        apiUrl={apiUrl}
        person={{ name, email, image }}
        sidebarFolded={isFolded((await cookies()).get(sidebarCookie)?.value)}
      />
    </>
  )
}

async function readAddress({ params, searchParams }: PageProps) {
  const { place = [] } = await params
  const { q } = await searchParams
  const search = typeof q === 'string' ? new URLSearchParams({ q }).toString() : ''
  return parseAddress(`/${place.join('/')}`, search)
}
