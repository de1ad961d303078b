import { Button } from '@utrecht/component-library-react'
import { PreviewPanel } from '@/components/form/preview/preview-panel'
import styles from '@/components/form/preview/preview-panel.module.css'
import { Callout } from '@/components/ui/callout'
import type { PublishWarning } from '@/lib/sessions/details-schema'
import { publishWarningCopy } from './visibility-copy'

type Props = { warnings: PublishWarning[]; pending: boolean; submission: unknown }

/** What an organiser has to know before publishing, and the button that does it. Stands inside the form. */
export function PublishPreviewPanel({ warnings, pending, submission }: Props) {
  return (
    <PreviewPanel title="Kijk eerst of dit klopt" submission={submission}>
      <input type="hidden" name="acknowledged" value={warnings.join(' ')} />
      {warnings.map((warning) => (
        <Callout key={warning} tone="alarm" title={publishWarningCopy[warning].title}>
          {publishWarningCopy[warning].text}
        </Callout>
      ))}
      <Button
        type="submit"
        name="intent"
        value="published"
        appearance="primary-action-button"
        className={styles.button}
        aria-busy={pending || undefined}
      >
        Publiceer toch
      </Button>
    </PreviewPanel>
  )
}
