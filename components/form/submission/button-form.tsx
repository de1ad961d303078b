'use client'

import type { ComponentProps } from 'react'
import { ActionForm } from './action-form'
import { useFormSender } from './use-form-sender'

type Props = Omit<ComponentProps<typeof ActionForm>, 'send'> & { action: (form: FormData) => Promise<void> }

/** Renders a form with only buttons. Its server action returns no state but redirects to a page. */
export function ButtonForm({ action, ...form }: Props) {
  return <ActionForm {...form} send={useFormSender({ action, call: action })} />
}
