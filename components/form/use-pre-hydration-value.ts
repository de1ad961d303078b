import { useLayoutEffect, useState, useSyncExternalStore } from 'react'

/**
 * Restores what a visitor entered in a text area or select before hydration. Hydration resets the control with this `id` to
 * its initial value.
 */
export function usePreHydrationValue(id: string): void {
  const isHydrating = useSyncExternalStore(
    subscribeToNothing,
    () => false,
    () => true,
  )
  const [preHydrationValue] = useState(() => (isHydrating ? findControl(id)?.value : undefined))
  useLayoutEffect(() => {
    const control = findControl(id)
    if (control && preHydrationValue !== undefined && control.value !== preHydrationValue)
      control.value = preHydrationValue
  }, [id, preHydrationValue])
}

const subscribeToNothing = () => () => {}

function findControl(id: string): HTMLTextAreaElement | HTMLSelectElement | null {
  if (typeof document === 'undefined') return null
  const element = document.getElementById(id)
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement ? element : null
}
