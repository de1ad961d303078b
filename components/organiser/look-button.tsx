import { Button } from '@utrecht/component-library-react'

type Props = {
  /** Whether the page shows it already: then the button that does it is the one to press. */
  looked: boolean
  what: 'gebeurt' | 'verandert' | 'wordt gewist'
}

/** The button that shows what a form would do, and does nothing. */
export function LookButton({ looked, what }: Props) {
  return (
    <Button
      type="submit"
      name="press"
      value="look"
      appearance={looked ? 'secondary-action-button' : 'primary-action-button'}
    >
      {what === 'wordt gewist' ? 'Bekijk' : 'Kijk'} {looked ? 'opnieuw ' : ''}wat er {what}
    </Button>
  )
}
