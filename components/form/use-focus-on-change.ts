import { type RefObject, useEffect, useRef } from 'react'

/**
 * Returns a ref for an element that takes focus each time `submission` changes, so that its message is in view and announced.
 * Pass a value that changes with each submission, such as the action state. A falsy value moves no focus.
 */
export function useFocusOnChange<FocusTarget extends HTMLElement>(submission: unknown): RefObject<FocusTarget | null> {
  const targetRef = useRef<FocusTarget>(null)
  useEffect(() => {
    if (submission && targetRef.current) focusInView(targetRef.current)
  }, [submission])
  return targetRef
}

function focusInView(target: HTMLElement): void {
  // A browser centres an element that is higher than the window: its first words would be out of view.
  target.focus({ preventScroll: true })
  const { top, bottom } = target.getBoundingClientRect()
  if (top < 0 || bottom > window.innerHeight) target.scrollIntoView({ block: 'start' })
}
