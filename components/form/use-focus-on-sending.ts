import { type RefObject, useEffect, useRef } from 'react'

/**
 * For what says what came of pressing a button: it takes focus, so that it is on screen and is read out. `sending` is another
 * value for each time the form was sent (the state of the action will do); nothing happens while it is empty.
 */
export function useFocusOnSending<Box extends HTMLElement>(sending: unknown): RefObject<Box | null> {
  const box = useRef<Box>(null)
  // Only a new sending moves the focus, never a message that goes away while typing.
  useEffect(() => {
    if (sending && box.current) moveTo(box.current)
  }, [sending])
  return box
}

function moveTo(box: HTMLElement): void {
  // By itself a browser puts the middle of a box on screen that does not fit: its first words would be out of sight.
  box.focus({ preventScroll: true })
  const { top, bottom } = box.getBoundingClientRect()
  if (top < 0 || bottom > window.innerHeight) box.scrollIntoView({ block: 'start' })
}
