import { randomBytes } from 'node:crypto'
import { chmod, link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { errorCode, StartError } from '../start-error'
import { explainDiskError } from './disk-error'

/**
 * Returns `configured` (APP_SECRET), or else the secret in `dataDir`/app-secret, which the first start creates. Throws
 * StartError when that file is damaged, or readable by others and its permissions cannot be changed.
 */
export async function ensureAppSecret(dataDir: string, configured: string | undefined): Promise<string> {
  if (configured) return configured
  const file = path.join(dataDir, 'app-secret')
  try {
    return (await readSecret(file)) ?? (await createSecret(file))
  } catch (error) {
    throw explainDiskError(error, dataDir)
  }
}

async function readSecret(file: string): Promise<string | undefined> {
  const secret = await readFile(file, 'utf8').catch((error) => {
    if (errorCode(error) !== 'ENOENT') throw error
  })
  if (secret === undefined) return undefined
  if (secret.trim().length < 32) {
    const removal = 'dan komt er een nieuw geheim, en werken de links in mails van voor die tijd niet meer'
    const advice = `zet het terug uit een reservekopie. Of haal het bestand weg: ${removal}`
    throw new StartError(`In ${file} staat geen geheim meer: ${advice}.`)
  }
  // Restoring a backup can widen the permissions.
  if (((await stat(file)).mode & 0o077) !== 0)
    await chmod(file, 0o600).catch((error) => {
      const problem = `${file} is ook voor anderen te lezen, en dat is niet te veranderen (${errorCode(error)})`
      throw new StartError(`${problem}: geef het bestand aan de gebruiker die de site start.`)
    })
  return secret
}

async function createSecret(file: string): Promise<string> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  // Linking an existing name fails, so concurrent first starts agree on one secret.
  const temporaryFile = `${file}.${process.pid}`
  try {
    await writeFile(temporaryFile, randomBytes(32).toString('base64url'), { mode: 0o600 })
    await link(temporaryFile, file).catch((error) => {
      if (errorCode(error) !== 'EEXIST') throw error
    })
  } finally {
    await rm(temporaryFile, { force: true })
  }
  return readFile(file, 'utf8')
}
