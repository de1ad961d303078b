import { readdir, unlink } from 'node:fs/promises'
import path from 'node:path'
import { db } from '@/lib/db/client'

const batchSize = 500
// platform/mail.ts puts the Message-ID in the name of the file, and the id of the message is the first part of that.
const messageIdPattern = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-/

/**
 * Takes away the files of mails that are erased or gone; gives how many. It goes by what the database says at this moment, so
 * that a file which was left when something was broken off goes the next time. A file that is no mail of ours stays.
 */
export async function purgeMailFiles(dir: string): Promise<number> {
  const files = (await readdir(dir).catch(ignoreMissing)).flatMap((name) => {
    const [, id] = messageIdPattern.exec(name) ?? []
    return id ? [{ name, id }] : []
  })
  let deleted = 0
  for (let offset = 0; offset < files.length; offset += batchSize) {
    const batch = files.slice(offset, offset + batchSize)
    const idsWithContent = await findIdsWithContent(batch.map(({ id }) => id))
    for (const { name } of batch.filter(({ id }) => !idsWithContent.has(id))) {
      await unlink(path.join(dir, name)).catch(ignoreMissing)
      deleted += 1
    }
  }
  return deleted
}

/** Those of which it is still kept what they said. */
async function findIdsWithContent(ids: string[]): Promise<Set<string>> {
  const messages = await db().messageContent.findMany({
    where: { id: { in: ids }, html: { not: null } },
    select: { id: true },
  })
  return new Set(messages.map(({ id }) => id))
}

function ignoreMissing(error: NodeJS.ErrnoException): never[] {
  if (error.code !== 'ENOENT') throw error
  return []
}
