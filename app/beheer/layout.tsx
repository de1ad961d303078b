import type { Metadata } from 'next'
import type { ReactNode } from 'react'

export const metadata: Metadata = { robots: { index: false, follow: false } }

/** No lock: each page and action checks the login itself, and brings its own frame (see DeskPage). */
export default function AdminLayout({ children }: { children: ReactNode }) {
  return children
}
