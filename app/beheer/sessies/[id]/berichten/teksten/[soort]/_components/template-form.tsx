'use client'

import { Button, Link, Paragraph } from '@utrecht/component-library-react'
import { type ComponentProps, useActionState } from 'react'
import { type Flash, FormFeedback } from '@/app/beheer/_components/form-feedback'
import { mailContentErrors, testMailFlash } from '@/app/beheer/sessies/_components/mail-content-copy'
import styles from '@/app/beheer/sessies/[id]/_components/form-layout.module.css'
import { type MailPreview, MailPreviewSection } from '@/app/beheer/sessies/[id]/_components/mail-preview'
import { MailContentFields } from '@/app/beheer/sessies/[id]/berichten/_components/mail-content-fields'
import { PreviewRecipientField } from '@/app/beheer/sessies/[id]/berichten/_components/preview-recipient-field'
import type { ActionState } from '@/components/form/action-state'
import { FormStatus } from '@/components/form/form-status'
import { PageTitle } from '@/components/ui/page/page-title'
import type { TemplateFieldReason, TemplateOverrideRefusal } from '@/lib/notifications/schema'

export type TemplateValues = { subject: string; text: string; as: string }
export type TemplateState =
  | ActionState<TemplateValues, TemplateFieldReason, TemplateOverrideRefusal>
  | { status: 'saved' | 'tested'; values: TemplateValues }
  | { status: 'previewed'; values: TemplateValues; mailPreview: MailPreview }

type Props = {
  action: (previous: TemplateState, form: FormData) => Promise<TemplateState>
  /** Name of the mail. */
  label: string
  isForParticipants: boolean
  /** The words that hold: the organisers' own, or the standard ones where they have none. */
  content: { subject: string; text: string }
  isOverridden: boolean
  version: string
  /** The mail with those words and sample data. */
  mailPreview: MailPreview
  title: string
  email: string
  participants: ComponentProps<typeof PreviewRecipientField>['participants']
  examples: ComponentProps<typeof MailContentFields>['examples']
}

const refusals: Record<TemplateOverrideRefusal, Flash> = {
  'unknown-session': { title: 'Deze kennissessie is er niet meer.', text: 'Ga terug naar de lijst.' },
  'changed-meanwhile': {
    title: 'Een collega heeft deze tekst net veranderd.',
    text: (
      <>
        Jouw tekst is niet bewaard en staat hieronder nog. Kopieer hem en <Link href="">open deze pagina opnieuw</Link>
      </>
    ),
  },
}

const savedFlash: Flash = { title: 'Bewaard.', text: 'Mails die vanaf nu worden gemaakt, hebben deze tekst.' }

/** The words of a mail for one kennissessie, with what the mail looks like. */
export function TemplateForm(props: Props) {
  const { action, label, isForParticipants, content, isOverridden, version, title, email, participants, examples } =
    props
  const [state, send, pending] = useActionState(action, { status: 'idle' })
  const errors = state.status === 'invalid' ? mailContentErrors(state.errors) : {}
  const values = state.status === 'idle' || state.status === 'saved' ? { ...content, as: '' } : state.values
  const tested = state.status === 'tested' ? testMailFlash(email) : null
  return (
    <>
      <PageTitle size="calm">{label}</PageTitle>
      <FormFeedback
        pageTitle={`${label} ${title}`}
        errors={errors}
        refusal={state.status === 'refused' ? refusals[state.reason] : null}
        success={state.status === 'saved' ? savedFlash : tested}
        submission={state}
      />
      <Paragraph>
        {isOverridden ? 'Jullie hebben deze tekst aangepast.' : 'Dit is de standaardtekst.'} Wat de mail verder vertelt,
        zoals datum, link en agenda, komt er vanzelf onder. Maak je een veld leeg, dan geldt weer de standaardtekst.
      </Paragraph>
      <form key={version} action={send} noValidate className={styles.form}>
        <input type="hidden" name="version" value={version} />
        <MailContentFields values={values} errors={errors} required={false} examples={examples} />
        {isForParticipants ? <PreviewRecipientField participants={participants} selectedId={values.as} /> : null}
        <div className={styles.buttons}>
          <Button
            type="submit"
            name="intent"
            value="save"
            appearance="primary-action-button"
            aria-busy={pending || undefined}
          >
            Bewaren
          </Button>
          <Button type="submit" name="intent" value="preview" appearance="secondary-action-button">
            Bekijk de mail
          </Button>
          <Button type="submit" name="intent" value="test" appearance="secondary-action-button">
            Stuur mij een testmail
          </Button>
          {isOverridden ? (
            <Button type="submit" name="intent" value="reset" appearance="secondary-action-button">
              Terug naar de standaardtekst
            </Button>
          ) : null}
        </div>
      </form>
      {state.status === 'previewed' ? (
        <FormStatus tone="info" title="Hieronder staat de mail zoals je hem nu hebt." submission={state}>
          Hij is nog niet bewaard.
        </FormStatus>
      ) : null}
      <MailPreviewSection preview={state.status === 'previewed' ? state.mailPreview : props.mailPreview} />
    </>
  )
}
