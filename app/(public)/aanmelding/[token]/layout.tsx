import type { Metadata } from 'next'
import type { ReactNode } from 'react'

// The address is somebody's key, as that of the page to take part is.
export const metadata: Metadata = { robots: { index: false, follow: false }, referrer: 'strict-origin' }

export default function SelfServiceLayout({ children }: { children: ReactNode }) {
  return children
}
