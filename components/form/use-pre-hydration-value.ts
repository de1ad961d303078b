import { useLayoutEffect, useState, useSyncExternalStore } from 'react'

/**
 * Keeps what somebody typed or chose before the script came: React puts a text area or list that has a value from the
 * start back to that value as it takes over the page. `id` is that of the control.
 */
export function usePreHydrationValue(id: string): void {
  const isHydrating = useSyncExternalStore(
    subscribeToNothing,
    () => false,
    () => true,
  )
  const [preHydrationValue] = useState(() => (isHydrating ? findControl(id)?.value : undefined))
  useLayoutEffect(() => {
    const element = findControl(id)
    if (element && preHydrationValue !== undefined && element.value !== preHydrationValue)
      element.value = preHydrationValue
  }, [id, preHydrationValue])
}

const subscribeToNothing = () => () => {}

function findControl(id: string): HTMLTextAreaElement | HTMLSelectElement | null {
  if (typeof document === 'undefined') return null
  const element = document.getElementById(id)
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement ? element : null
}
