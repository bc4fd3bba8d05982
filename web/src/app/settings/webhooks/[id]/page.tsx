import type { Metadata } from 'next'
import { requireSession } from '../../../../auth/sessions/require-session.ts'
import { SettingsContent } from '../../../../features/settings/settings-content.tsx'
import { WebhookPage } from '../../../../features/webhooks/webhook-page.tsx'

export const metadata: Metadata = { title: 'Webhook' }

type Props = { params: Promise<{ id: string }> }

export default async function OneWebhookPage({ params }: Props) {
  const { id } = await params
  await requireSession(`/settings/webhooks/${id}`)
  return (
    <SettingsContent title="Webhook">
      <WebhookPage id={id} />
    </SettingsContent>
  )
}
