import type { ReactNode } from 'react'
import type { FormDataCategory } from '@/lib/privacy/data-register'

/** Maps fields of the registration form to the explanation below the field ("Waarom vragen we dit?"). */
export type FieldExplanations = Partial<Record<FormDataCategory, ReactNode>>
