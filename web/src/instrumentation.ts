/**
 * Next calls this once when the server starts: a wrong configuration ends it there, in words. Mails that
 * were left over when it stopped, or that the API put there, go on their way.
 */
export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: no setting; Next puts a constant here, so that its build for the edge leaves the import out.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { endOnWrongConfiguration } = await import('./check-configuration.ts')
    endOnWrongConfiguration()
    const { getMailer } = await import('./auth/auth.server.ts')
    void getMailer().resume()
  }
}
