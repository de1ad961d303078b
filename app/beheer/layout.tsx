import type { Metadata } from 'next'

export const metadata: Metadata = { robots: { index: false, follow: false } }

/** Checks no login: each page and action does, and each page renders its own `AdminPage`. */
export default function AdminLayout({ children }: LayoutProps<'/beheer'>) {
  return children
}
