import { db } from '@/lib/db/client'

export type DataController = { organisedBy: string; contactName: string; contactEmail: string }

/** Which organisations answer for what is kept: those of the kennissessies on the site, each with whom to ask. */
export async function listDataControllers(): Promise<DataController[]> {
  return await db().session.findMany({
    where: { publishedAt: { not: null } },
    distinct: ['organisedBy', 'contactEmail'],
    orderBy: [{ organisedBy: 'asc' }, { contactName: 'asc' }],
    select: { organisedBy: true, contactName: true, contactEmail: true },
  })
}
