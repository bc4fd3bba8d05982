import NextDocument, {
  type DocumentContext,
  type DocumentInitialProps,
  Head,
  Html,
  Main,
  NextScript,
} from 'next/document'
import { pagePersonScript } from '../auth/browser/page-person.ts'
import { earlyTokenScript } from '../graphql/early-token.ts'
import { earlyKeysScript } from '../keyboard/early-keys.ts'
import { keyGuardScript } from '../keyboard/key-guard.ts'
import { appleIcon, applicationName, description, themeColors } from '../page-frame.ts'
import { fixedTitle } from '../places/titles.ts'
import { readNonce } from '../security-headers.ts'
import { earlyClicksScript } from '../ui/hydration/early-clicks.ts'
import type { AppPageProps } from './[[...place]].tsx'

type Props = DocumentInitialProps & { nonce: string | undefined }

/** The frame of every page of this router. Its scripts run by the nonce of the page's policy. */
export default class Document extends NextDocument<Props> {
  static override async getInitialProps(context: DocumentContext): Promise<Props> {
    const policy = context.req?.headers['content-security-policy']
    return {
      ...(await NextDocument.getInitialProps(context)),
      // Next has its own viewport there. The whole head is below.
      head: [],
      nonce: readNonce(typeof policy === 'string' ? policy : null),
    }
  }

  override render() {
    const { nonce, __NEXT_DATA__ } = this.props
    const allowed = nonce ? { nonce } : {}
    // An error page has none of these.
    const { theme, apiUrl, address, personId }: Partial<AppPageProps> =
      __NEXT_DATA__.props.pageProps
    const title = address && fixedTitle(address.place)
    return (
      <Html lang="en" data-theme={theme === 'system' ? undefined : theme}>
        <Head {...allowed}>
          <meta charSet="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
          <title>{title ? `${title} · ${applicationName}` : applicationName}</title>
          {apiUrl && personId && (
            <>
              <link rel="preconnect" href={new URL(apiUrl).origin} crossOrigin="anonymous" />
              <script
                {...allowed}
                // biome-ignore lint/security/noDangerouslySetInnerHtml: as text, React would escape its quotes.
                dangerouslySetInnerHTML={{
                  __html: [
                    keyGuardScript,
                    pagePersonScript(personId),
                    earlyTokenScript(),
                    earlyClicksScript,
                    earlyKeysScript,
                  ].join(';'),
                }}
              />
            </>
          )}
          <meta name="description" content={description} />
          <meta name="application-name" content={applicationName} />
          <meta name="robots" content="noindex" />
          {/* Safari on phones would put links into titles before the page hydrates. */}
          <meta name="format-detection" content="telephone=no, date=no, email=no, address=no" />
          <meta
            name="theme-color"
            content={themeColors.light}
            media="(prefers-color-scheme: light)"
          />
          <meta
            name="theme-color"
            content={themeColors.dark}
            media="(prefers-color-scheme: dark)"
          />
          <link rel="icon" href="/icon.svg" type="image/svg+xml" />
          <link rel="apple-touch-icon" href={appleIcon} />
          <link rel="manifest" href="/manifest.webmanifest" />
        </Head>
        <body>
          <Main />
          <NextScript {...allowed} />
        </body>
      </Html>
    )
  }
}
