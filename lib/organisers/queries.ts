import { db } from '@/lib/platform/db'

/** Somebody who may log in, or null when nobody can yet. */
export function findAnyOrganiser(): Promise<{ id: string } | null> {
  return db().organiser.findFirst({ select: { id: true } })
}
