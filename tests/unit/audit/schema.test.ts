import { describe, expect, it } from 'vitest'
import { auditActions, isAuditCategory } from '@/lib/audit/schema'
import { AuditAction } from '@/prisma/generated/enums'

describe('the audit actions', () => {
  it('have one category each', () => {
    expect(Object.values(auditActions).flat().sort()).toEqual(Object.values(AuditAction).sort())
  })

  it('are grouped by the categories alone', () => {
    expect(isAuditCategory('privacy')).toBe(true)
    for (const text of ['toString', 'sessionCreated', '', undefined]) expect(isAuditCategory(text)).toBe(false)
  })
})
