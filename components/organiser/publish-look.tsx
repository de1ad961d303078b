import { Button } from '@utrecht/component-library-react'
import { Look } from '@/components/form/look'
import styles from '@/components/form/look.module.css'
import { Note } from '@/components/form/note'
import type { PublishWarning } from '@/lib/sessions/schema-content'
import { publishWarnings } from './visibility-words'

type Props = { warnings: PublishWarning[]; pending: boolean; sending: unknown }

/** What an organiser has to know before publishing, and the button that does it. Stands inside the form. */
export function PublishLook({ warnings, pending, sending }: Props) {
  return (
    <Look title="Kijk eerst of dit klopt" sending={sending}>
      <input type="hidden" name="knowing" value={warnings.join(' ')} />
      {warnings.map((warning) => (
        <Note key={warning} tone="alarm" lead={publishWarnings[warning].lead}>
          {publishWarnings[warning].text}
        </Note>
      ))}
      <Button
        type="submit"
        name="press"
        value="published"
        appearance="primary-action-button"
        className={styles.button}
        aria-busy={pending || undefined}
      >
        Publiceer toch
      </Button>
    </Look>
  )
}
