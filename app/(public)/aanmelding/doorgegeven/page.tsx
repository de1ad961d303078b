import type { Metadata } from 'next'
import { Page } from '@/components/layout/page'
import { HandedOver } from '@/components/own-sign-up/handed-over'

export const metadata: Metadata = { robots: { index: false } }

/** Names nobody: the link that led here is dead, and what it says is the same for every colleague. */
export default function HandedOverPage() {
  return (
    <Page width="reading">
      <HandedOver />
    </Page>
  )
}
