import { Heading, Paragraph } from '@utrecht/component-library-react'
import type { ComponentProps, ReactNode } from 'react'
import { AdminForm } from '@/app/beheer/_components/form/admin-form'
import styles from '@/app/beheer/_components/submit-row.module.css'
import layout from '@/app/beheer/sessies/[id]/_components/form-layout.module.css'
import { ConfirmPanel, PreviewButton, type PreviewState } from '@/components/form/preview/confirm-panel'
import { Flow } from '@/components/ui/page/flow'

type Props<Preview extends PreviewState<object, string>> = Omit<ComponentProps<typeof AdminForm>, 'form' | 'intro'> & {
  /** Result of `useFormAction`. If the form has a value `seen`, it is sent back, so that the server detects a concurrent change. */
  form: ComponentProps<typeof AdminForm>['form'] & {
    values: Record<string, string>
    preview: Preview | null
    previewSubmission: unknown
  }
  heading?: string
  /** Text above the form that announces the preview. Hidden while the preview is shown. */
  explanation?: string
  verb: 'gebeurt' | 'verandert'
  /** Returns the content to show above the confirm button. */
  describePreview: (preview: Preview) => ReactNode
  staleMessages: Record<NonNullable<Preview['staleReason']>, string>
  confirmLabel: (preview: Preview) => string
  irreversible?: boolean
  /** A button to show next to the preview button. */
  secondButton?: ReactNode
}

/** Shows a form in two steps: the button `preview` shows its effects, then the button `confirm` carries them out. */
export function PreviewForm<Preview extends PreviewState<object, string>>(props: Props<Preview>) {
  const { heading, explanation, verb, describePreview, staleMessages, confirmLabel, irreversible, ...rest } = props
  const { secondButton, children, ...adminForm } = rest
  const { values, preview, previewSubmission } = adminForm.form
  const intro = (
    <Flow>
      <Heading level={2}>{heading}</Heading>
      {preview ? null : <Paragraph>{explanation}</Paragraph>}
    </Flow>
  )
  return (
    <AdminForm {...adminForm} intro={heading ? intro : null}>
      {values.seen === undefined ? null : <input type="hidden" name="seen" value={values.seen} />}
      {preview ? (
        <ConfirmPanel
          title={verb === 'gebeurt' ? 'Dit gaat er gebeuren' : 'Dit gaat er veranderen'}
          preview={preview}
          staleMessages={staleMessages}
          submission={previewSubmission}
          intent="confirm"
          confirmLabel={confirmLabel(preview)}
          irreversible={irreversible}
        >
          {describePreview(preview)}
        </ConfirmPanel>
      ) : null}
      {children}
      <div className={secondButton ? layout.buttons : styles.row}>
        <PreviewButton isPreviewed={preview !== null} verb={verb} />
        {secondButton}
      </div>
    </AdminForm>
  )
}
