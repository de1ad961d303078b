import { errorCode, StartError } from '../start-error'

const noPermission: [string, string] = ['deze gebruiker heeft er geen rechten', 'geef rechten met chown of chmod']
const full: [string, string] = ['de schijf is vol', 'maak ruimte']
const causes: Record<string, [cause: string, advice: string]> = {
  EACCES: noPermission,
  EPERM: noPermission,
  EROFS: ['de schijf is alleen-lezen', 'koppel haar met schrijfrechten'],
  ENOSPC: full,
  EDQUOT: full,
  ENOTDIR: ['een deel van het pad is een bestand', 'kijk het pad na'],
  ENOENT: ['de map erboven bestaat niet', 'maak haar aan'],
  EIO: ['de schijf geeft een leesfout of schrijffout', 'kijk de schijf na'],
}

/** Returns a StartError with the cause and what to do when the file system refused to write in `folder`, else `error` itself. */
export function explainDiskError(error: unknown, folder: string, setting = 'zet DATA_DIR op een andere map'): unknown {
  const [cause, advice] = causes[errorCode(error) ?? ''] ?? []
  return cause
    ? new StartError(`In ${folder} is niet te schrijven: ${cause}. Je kunt dit doen: ${advice}, of ${setting}.`, {
        cause: error,
      })
    : error
}
