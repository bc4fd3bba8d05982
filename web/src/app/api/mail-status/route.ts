import { getMailer } from '../../../auth/auth.server.ts'

/** Whether mails can leave right now. It is the same for everybody, so it reveals no address. */
export async function GET(): Promise<Response> {
  const isReachable = await getMailer().isReachable()
  return Response.json({ isReachable }, { headers: { 'cache-control': 'no-store' } })
}
