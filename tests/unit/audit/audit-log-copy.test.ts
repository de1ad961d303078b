import { describe, expect, it } from 'vitest'
import { auditActionLabels, auditActionsOf, describeSubject } from '@/components/audit/audit-log-copy'
import { AuditAction } from '@/prisma/generated/enums'

describe('auditActionLabels', () => {
  it('has every audit action in exactly one category', () => {
    const labelled = Object.values(auditActionLabels).flatMap((labels) => Object.keys(labels))
    expect(labelled.sort()).toEqual(Object.values(AuditAction).sort())
  })
})

describe('auditActionsOf', () => {
  it('returns the actions of a category, and null for any other text', () => {
    expect(auditActionsOf('privacy')).toEqual(['needsPurged', 'namesPurged', 'personExported'])
    for (const text of ['toString', 'sessionCreated', '', undefined]) expect(auditActionsOf(text)).toBeNull()
  })
})

describe('describeSubject', () => {
  it('names the kind of subject that is gone', () => {
    expect(describeSubject({ type: 'registration', label: null })).toBe('Een aanmelding die er niet meer is')
    expect(describeSubject({ type: 'onbekend', label: null })).toBe('Iets dat er niet meer is')
  })
})
