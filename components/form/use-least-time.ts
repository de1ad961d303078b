import { useEffect, useRef } from 'react'

/**
 * The server refuses a form that comes back sooner than a person can fill it in. Somebody whose browser fills in
 * everything is as quick as that: this says how many seconds are left to wait, so that nobody with a script is refused.
 */
export function useLeastTime(seconds: number): () => number {
  const openedAt = useRef(0)
  useEffect(() => {
    openedAt.current = performance.now()
  }, [])
  return () => Math.max(0, seconds - (performance.now() - openedAt.current) / 1000)
}
