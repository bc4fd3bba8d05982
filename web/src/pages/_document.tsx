import NextDocument, {
  type DocumentContext,
  type DocumentInitialProps,
  Head,
  Html,
  Main,
  NextScript,
} from 'next/document'
import { earlyRequestsScript } from '../graphql/early-requests.ts'
import { listFirstRequests } from '../model/first-requests.ts'
import { applicationName, description, themeColors } from '../page-frame.ts'
import { readNonce } from '../security-headers.ts'
import type { AppPageProps } from './[[...place]].tsx'

type Props = DocumentInitialProps & { nonce: string | undefined }

/** What stands around every page of this router. Its scripts run by the nonce of the page's policy. */
export default class Document extends NextDocument<Props> {
  static override async getInitialProps(context: DocumentContext): Promise<Props> {
    const policy = context.req?.headers['content-security-policy']
    return {
      ...(await NextDocument.getInitialProps(context)),
      nonce: readNonce(typeof policy === 'string' ? policy : null),
    }
  }

  override render() {
    const { nonce, __NEXT_DATA__ } = this.props
    const allowed = nonce ? { nonce } : {}
    // Of a page that can't be made there is nothing.
    const { theme, apiUrl, address }: Partial<AppPageProps> = __NEXT_DATA__.props.pageProps
    return (
      <Html lang="en" data-theme={theme === 'system' ? undefined : theme}>
        <Head {...allowed}>
          {apiUrl && (
            <>
              <link rel="preconnect" href={new URL(apiUrl).origin} crossOrigin="anonymous" />
              <script
                {...allowed}
                // biome-ignore lint/security/noDangerouslySetInnerHtml: as text, React would escape its quotes.
                dangerouslySetInnerHTML={{
                  __html: earlyRequestsScript(
                    apiUrl,
                    address ? listFirstRequests(address.place) : [],
                  ),
                }}
              />
            </>
          )}
          <meta name="description" content={description} />
          <meta name="application-name" content={applicationName} />
          <meta name="robots" content="noindex" />
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
        </Head>
        <body>
          <Main />
          <NextScript {...allowed} />
        </body>
      </Html>
    )
  }
}
