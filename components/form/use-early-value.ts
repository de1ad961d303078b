import { useLayoutEffect, useState, useSyncExternalStore } from 'react'

/**
 * Keeps what somebody typed or chose before the script came: React puts a text area or list that has a value from the
 * start back to that value as it takes over the page. `id` is that of the control.
 */
export function useEarlyValue(id: string): void {
  const takesOver = useSyncExternalStore(
    neverChanges,
    () => false,
    () => true,
  )
  const [early] = useState(() => (takesOver ? control(id)?.value : undefined))
  useLayoutEffect(() => {
    const now = control(id)
    if (now && early !== undefined && now.value !== early) now.value = early
  }, [id, early])
}

const neverChanges = () => () => {}

function control(id: string): HTMLTextAreaElement | HTMLSelectElement | null {
  if (typeof document === 'undefined') return null
  const element = document.getElementById(id)
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement ? element : null
}
