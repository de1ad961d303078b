import type { Metadata } from 'next'

export const metadata: Metadata = { robots: { index: false, follow: false } }

/** Renders only the page. Each page and action checks the login itself, and each page renders its own `AdminPage`. */
export default function AdminLayout({ children }: LayoutProps<'/beheer'>) {
  return children
}
