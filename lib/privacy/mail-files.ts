import { readdir, unlink } from 'node:fs/promises'
import path from 'node:path'
import { db } from '@/lib/platform/db'

const atOnce = 500
// platform/mail.ts puts the Message-ID in the name of the file, and the id of the message is the first part of that.
const messageId = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-/

/**
 * Takes away the files of mails that are erased or gone; gives how many. It goes by what the database says at this moment, so
 * that a file which was left when something was broken off goes the next time. A file that is no mail of ours stays.
 */
export async function eraseMailFiles(dir: string): Promise<number> {
  const files = (await readdir(dir).catch(ignoreMissing)).flatMap((name) => {
    const [, id] = messageId.exec(name) ?? []
    return id ? [{ name, id }] : []
  })
  let erased = 0
  for (let at = 0; at < files.length; at += atOnce) {
    const part = files.slice(at, at + atOnce)
    const kept = await keptAmong(part.map(({ id }) => id))
    for (const { name } of part.filter(({ id }) => !kept.has(id))) {
      await unlink(path.join(dir, name)).catch(ignoreMissing)
      erased += 1
    }
  }
  return erased
}

/** Those of which it is still kept what they said. */
async function keptAmong(ids: string[]): Promise<Set<string>> {
  const found = await db().message.findMany({ where: { id: { in: ids }, html: { not: null } }, select: { id: true } })
  return new Set(found.map(({ id }) => id))
}

function ignoreMissing(error: NodeJS.ErrnoException): never[] {
  if (error.code !== 'ENOENT') throw error
  return []
}
