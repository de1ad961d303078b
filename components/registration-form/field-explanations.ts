import type { ReactNode } from 'react'
import type { FormDataCategory } from '@/lib/privacy/data-register'

/** "Waarom vragen we dit?" per field, derived from the data register. */
export type FieldExplanations = Partial<Record<FormDataCategory, ReactNode>>
