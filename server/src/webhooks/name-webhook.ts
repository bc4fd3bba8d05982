/** By what its person called it, and by its host: its path may hold a secret. */
export function nameWebhook({ url, description }: { url: string; description: string }): string {
  const { host } = new URL(url)
  return description ? `The webhook “${description}” to ${host}` : `The webhook to ${host}`
}
