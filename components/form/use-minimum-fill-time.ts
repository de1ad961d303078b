import { useEffect, useRef } from 'react'

/**
 * The server refuses a form that comes back sooner than a person can fill it in. Somebody whose browser fills in
 * everything is as quick as that: this says how many seconds are left to wait, so that nobody with a script is refused. A
 * new `formToken` counts from the start again, as it does on the server.
 */
export function useMinimumFillTime(seconds: number, formToken: string): () => number {
  const opened = useRef({ formToken: '', at: 0 })
  useEffect(() => {
    opened.current = { formToken, at: performance.now() }
  }, [formToken])
  return () => Math.max(0, seconds - (performance.now() - opened.current.at) / 1000)
}
