import type { Metadata } from 'next'
import { Page } from '@/components/ui/page/page'
import { TransferCompleted } from './_components/transfer-completed'

export const metadata: Metadata = { robots: { index: false } }

/** Names nobody: the link that led here is dead, and what it says is the same for every colleague. */
export default function TransferCompletedPage() {
  return (
    <Page width="reading">
      <TransferCompleted />
    </Page>
  )
}
