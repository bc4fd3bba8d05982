/**
 * Next calls this once when the server starts: a wrong configuration ends it there, in words. Mails that
 * were left over when it stopped go on their way, and people are told of access tokens that end.
 */
export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: no setting; Next puts a constant here, so that its build for the edge leaves the import out.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { endOnWrongConfiguration } = await import('./check-configuration.ts')
    endOnWrongConfiguration()
    const { getMailer, tellOfEndingTokens } = await import('./auth/auth.server.ts')
    void getMailer().resume()
    tellOfEndingTokens()
  }
}
