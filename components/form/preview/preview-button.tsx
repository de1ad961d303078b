import { Button } from '@utrecht/component-library-react'

type Props = {
  /** Whether the page already shows the preview: confirming it is then the main action. */
  isPreviewed: boolean
  verb: 'gebeurt' | 'verandert' | 'wordt gewist'
}

/** The button that previews what a form would do. */
export function PreviewButton({ isPreviewed, verb }: Props) {
  return (
    <Button
      type="submit"
      name="intent"
      value="preview"
      appearance={isPreviewed ? 'secondary-action-button' : 'primary-action-button'}
    >
      {verb === 'wordt gewist' ? 'Bekijk' : 'Kijk'} {isPreviewed ? 'opnieuw ' : ''}wat er {verb}
    </Button>
  )
}
