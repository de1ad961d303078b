import { useEffect, useRef } from 'react'

/**
 * Returns a function that returns how many seconds to wait before the form is submitted, at least 0. The server refuses a
 * form that is submitted within `seconds`, but autofill may be as fast as a bot. A new `formToken` restarts the time.
 */
export function useMinimumFillTime(seconds: number, formToken: string): () => number {
  const opened = useRef({ formToken: '', at: 0 })
  useEffect(() => {
    opened.current = { formToken, at: performance.now() }
  }, [formToken])
  return () => Math.max(0, seconds - (performance.now() - opened.current.at) / 1000)
}
