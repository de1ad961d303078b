import { ConfirmPanel, type PreviewState } from '@/components/form/preview/confirm-panel'
import { Callout } from '@/components/ui/callout'
import type { PublishWarning } from '@/lib/sessions/details-schema'
import { publishWarningCopy } from './visibility-copy'

/** `expected` names the warnings, which publishing acknowledges. */
export type PublishPreview = PreviewState<{ warnings: PublishWarning[] }>

/** Inside the form: what an organiser has to know before publishing. */
export function PublishPreviewPanel({ preview, submission }: { preview: PublishPreview; submission: unknown }) {
  return (
    <ConfirmPanel
      title="Kijk eerst of dit klopt"
      preview={preview}
      submission={submission}
      intent="published"
      confirmLabel="Publiceer toch"
    >
      {preview.warnings.map((warning) => (
        <Callout key={warning} tone="alarm" title={publishWarningCopy[warning].title}>
          {publishWarningCopy[warning].text}
        </Callout>
      ))}
    </ConfirmPanel>
  )
}
