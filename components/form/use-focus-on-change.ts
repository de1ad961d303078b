import { type RefObject, useEffect, useRef } from 'react'

/**
 * For what says what came of pressing a button: it takes focus, so that it is on screen and is read out. `sending` is another
 * value for each time the form was sent (the state of the action will do); nothing happens while it is empty.
 */
export function useFocusOnChange<FocusTarget extends HTMLElement>(submission: unknown): RefObject<FocusTarget | null> {
  const targetRef = useRef<FocusTarget>(null)
  // Only a new sending moves the focus, never a message that goes away while typing.
  useEffect(() => {
    if (submission && targetRef.current) focusInView(targetRef.current)
  }, [submission])
  return targetRef
}

function focusInView(target: HTMLElement): void {
  // By itself a browser puts the middle of a box on screen that does not fit: its first words would be out of sight.
  target.focus({ preventScroll: true })
  const { top, bottom } = target.getBoundingClientRect()
  if (top < 0 || bottom > window.innerHeight) target.scrollIntoView({ block: 'start' })
}
