import { SkipLink as UtrechtSkipLink } from '@utrecht/component-library-react'

/** First focusable element. Every page must have a `<main id="inhoud" tabIndex={-1}>`. */
export function SkipLink() {
  return <UtrechtSkipLink href="#inhoud">Naar de inhoud</UtrechtSkipLink>
}
