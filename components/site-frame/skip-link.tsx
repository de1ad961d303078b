import { SkipLink as UtrechtSkipLink } from '@utrecht/component-library-react'

/** The first stop of the keyboard. Every page has a `<main id="inhoud" tabIndex={-1}>`; SiteFrame brings it. */
export function SkipLink() {
  return <UtrechtSkipLink href="#inhoud">Naar de inhoud</UtrechtSkipLink>
}
