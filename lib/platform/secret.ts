import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * The secret that signs: APP_SECRET when given, else the one kept in DATA_DIR/app-secret, made at the first start and
 * readable by its owner only. Written beside and linked into place, so that of many first starts one wins and all agree.
 */
export async function ensureAppSecret(dataDir: string, given: string | undefined): Promise<string> {
  if (given) return given
  const file = path.join(dataDir, 'app-secret')
  const kept = await readFile(file, 'utf8').catch(ignoreMissing)
  if (kept) return kept
  await mkdir(dataDir, { recursive: true })
  const draft = `${file}.${process.pid}`
  await writeFile(draft, randomBytes(32).toString('base64url'), { mode: 0o600 })
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await unlink(draft)
  return readFile(file, 'utf8')
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
