import { Button } from '@utrecht/component-library-react'

type Props = {
  /** Whether the page shows it already: then the button that does it is the one to press. */
  isPreviewed: boolean
  verb: 'gebeurt' | 'verandert' | 'wordt gewist'
}

/** The button that shows what a form would do, and does nothing. */
export function PreviewButton({ isPreviewed, verb }: Props) {
  return (
    <Button
      type="submit"
      name="intent"
      value="look"
      appearance={isPreviewed ? 'secondary-action-button' : 'primary-action-button'}
    >
      {verb === 'wordt gewist' ? 'Bekijk' : 'Kijk'} {isPreviewed ? 'opnieuw ' : ''}wat er {verb}
    </Button>
  )
}
