'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** With a script the page is asked for again every so many seconds, as long as this stands on it. */
export function AutoRefresh({ seconds }: { seconds: number }) {
  const { refresh } = useRouter()
  useEffect(() => {
    const timer = setInterval(refresh, seconds * 1000)
    return () => clearInterval(timer)
  }, [refresh, seconds])
  return null
}
