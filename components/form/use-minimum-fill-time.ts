import { useEffect, useRef } from 'react'

/**
 * Returns a function for the number of seconds until the server accepts the form. The server refuses a form that was filled in
 * faster than a person can, but autofill is as fast. A new `formToken` starts the count again.
 */
export function useMinimumFillTime(seconds: number, formToken: string): () => number {
  const opened = useRef({ formToken: '', at: 0 })
  useEffect(() => {
    opened.current = { formToken, at: performance.now() }
  }, [formToken])
  return () => Math.max(0, seconds - (performance.now() - opened.current.at) / 1000)
}
