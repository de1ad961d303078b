import { useEffect, useRef } from 'react'

/**
 * The server refuses a form that comes back sooner than a person can fill it in. Somebody whose browser fills in
 * everything is as quick as that: this waits out what is left of the seconds, so that nobody with a script is refused.
 */
export function useLeastTime(seconds: number): () => Promise<void> {
  const openedAt = useRef(0)
  useEffect(() => {
    openedAt.current = performance.now()
  }, [])
  return () => {
    const left = openedAt.current + seconds * 1000 - performance.now()
    return left > 0 ? new Promise((resolve) => setTimeout(resolve, left)) : Promise.resolve()
  }
}
