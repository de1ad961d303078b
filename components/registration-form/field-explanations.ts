import type { ReactNode } from 'react'
import type { FormDataCategory } from '@/lib/privacy/schema'

/** "Waarom vragen we dit?" for each field, made from the table of what is kept. */
export type FieldExplanations = Partial<Record<FormDataCategory, ReactNode>>
