import type { ReactNode } from 'react'
import { personalLinkMetadata } from '@/app/(public)/_lib/personal-link-metadata'

export const metadata = personalLinkMetadata

export default function SelfServiceLayout({ children }: { children: ReactNode }) {
  return children
}
