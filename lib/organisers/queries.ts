import { db } from '@/lib/platform/db'

/** Whether anybody may log in yet. */
export async function hasOrganiser(): Promise<boolean> {
  return (await db().organiser.count({ take: 1 })) > 0
}
