'use client'

import type { ComponentProps } from 'react'
import { ActionForm } from './action-form'
import { useFormSender } from './use-form-sender'

type Props = Omit<ComponentProps<typeof ActionForm>, 'send'> & { action: (form: FormData) => Promise<void> }

/** A form of buttons whose server action returns nothing but shows another page. */
export function ButtonForm({ action, ...form }: Props) {
  return <ActionForm {...form} send={useFormSender({ action, call: action })} />
}
