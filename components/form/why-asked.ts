import type { ReactNode } from 'react'
import type { AskedField } from '@/lib/privacy/schema'

/** "Waarom vragen we dit?" for each field, made from the table of what is kept. */
export type WhyAsked = Partial<Record<AskedField, ReactNode>>
