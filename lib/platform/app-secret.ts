import { randomBytes } from 'node:crypto'
import { chmod, link, mkdir, readFile, stat, unlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { errorCode, StartError } from './start-error'

const ownerOnlyMode = 0o600

/**
 * The secret that signs: APP_SECRET when given, else the one kept in DATA_DIR/app-secret, made at the first start and
 * readable by its owner only. Written beside and linked into place, so that of many first starts one wins and all agree.
 * Throws StartError when what is kept is no secret any more, or cannot be kept from others.
 */
export async function ensureAppSecret(dataDir: string, configured: string | undefined): Promise<string> {
  if (configured) return configured
  const file = path.join(dataDir, 'app-secret')
  return (await readSecret(file)) ?? (await createSecret(file))
}

async function createSecret(file: string): Promise<string> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  const temporaryFile = `${file}.${process.pid}`
  await writeFile(temporaryFile, randomBytes(32).toString('base64url'), { mode: ownerOnlyMode })
  await link(temporaryFile, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await unlink(temporaryFile)
  return readFile(file, 'utf8')
}

async function readSecret(file: string): Promise<string | undefined> {
  const secret = await readFile(file, 'utf8').catch(ignoreMissing)
  if (secret === undefined) return undefined
  if (secret.trim().length < 32)
    throw new StartError(
      `In ${file} staat geen geheim meer: zet het terug uit een reservekopie. Of haal het bestand weg: dan komt er een nieuw geheim, en werken de links in mails van voor die tijd niet meer.`,
    )
  // A copy that was put back may have got the rights of its new owner.
  if (((await stat(file)).mode & 0o077) !== 0)
    await chmod(file, ownerOnlyMode).catch((error) => {
      throw new StartError(
        `${file} is ook voor anderen te lezen, en dat is niet te veranderen (${errorCode(error)}): geef het bestand aan de gebruiker die de site start.`,
      )
    })
  return secret
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
