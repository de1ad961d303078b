'use client'

import { FormButton } from '@/app/beheer/_components/form/form-button'
import type { FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { ActionForm } from '@/components/form/submission/action-form'
import { Callout } from '@/components/ui/callout'
import { dateAndTime } from '@/lib/platform/time'

type Props = { action: FormAction<FormState<null>>; savedAt: Date }

/** Shows that the form holds a draft of a custom message, saved at `savedAt`, with a button to delete the draft. */
export function DiscardDraftForm({ action, savedAt }: Props) {
  const { send } = useFormAction(action, { values: null })
  return (
    <ActionForm send={send}>
      <Callout title="Dit is je concept.">Je bekeek het op {dateAndTime(savedAt)}. Het is nog niet verstuurd.</Callout>
      <FormButton>Gooi dit concept weg</FormButton>
    </ActionForm>
  )
}
