import { DatabaseError } from 'pg'
import { errorCode, StartError } from '@/lib/platform/start-error'

/** Error for a database server that does not answer, because it is down for a while or its address is wrong. */
export class UnreachableError extends StartError {
  override name = 'UnreachableError'
}

const networkFailure = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/
// Shutting down, starting up, too many connections. https://www.postgresql.org/docs/current/errcodes-appendix.html
const unavailableServerCodes = ['57P01', '57P02', '57P03', '53300']

const noTables: [string, string] = [
  'de gebruiker mag er geen tabellen maken',
  'voer als eigenaar van de database uit: GRANT CREATE, USAGE ON SCHEMA public TO de gebruiker van DATABASE_URL',
]
const untrusted = 'het certificaat van de server is niet van een bekende uitgever'
const trustAdvice = 'zet achter DATABASE_URL ?sslmode=verify-full&sslrootcert=/pad/naar/ca.pem'
/** Maps an error code of PostgreSQL, OpenSSL or Node to the cause of a refused connection and what to change. */
const refusals: Record<string, [cause: string, advice: string]> = {
  '28P01': ['het wachtwoord klopt niet', 'kijk DATABASE_URL na'],
  '28000': ['de server laat deze gebruiker niet toe', 'kijk DATABASE_URL en pg_hba.conf na'],
  '3D000': ['de database bestaat niet', 'maak haar met CREATE DATABASE, of kijk DATABASE_URL na'],
  '42501': noTables,
  // Without any right on a schema, PostgreSQL acts as if there were none.
  '3F000': noTables,
  DEPTH_ZERO_SELF_SIGNED_CERT: [untrusted, trustAdvice],
  SELF_SIGNED_CERT_IN_CHAIN: [untrusted, trustAdvice],
  UNABLE_TO_GET_ISSUER_CERT: [untrusted, trustAdvice],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: [untrusted, trustAdvice],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: [untrusted, trustAdvice],
  CERT_HAS_EXPIRED: ['het certificaat van de server is verlopen', 'vernieuw het'],
  ERR_TLS_CERT_ALTNAME_INVALID: [
    'het certificaat is van een andere server',
    'zet in DATABASE_URL de naam die in het certificaat staat',
  ],
}

/**
 * Returns an UnreachableError when a later connection to this URL may succeed, or else a StartError with the cause and what
 * to change. It never shows the user name or the password of the URL.
 */
export function toConnectionError(cause: unknown, url: string): StartError {
  const { hostname, port, pathname } = new URL(url)
  const database = `De database op ${hostname}:${port || 5432}${pathname}`
  const code = errorCode(cause)
  const reason = code ?? (cause instanceof Error ? cause.message : String(cause))
  // pg gives no code when the connection is cut or times out before an answer.
  const isUnreachable = code
    ? networkFailure.test(code) || unavailableServerCodes.includes(code)
    : /terminated|timeout/.test(reason)
  if (isUnreachable) {
    const advice = 'klopt DATABASE_URL en draait de server?'
    return new UnreachableError(`${database} is niet te bereiken (${reason}): ${advice}`, { cause })
  }
  const [explanation, advice] = explainRefusal(cause, reason)
  return new StartError(`${database} laat de site niet toe (${explanation}): ${advice}.`, { cause })
}

function explainRefusal(cause: unknown, reason: string): [explanation: string, advice: string] {
  const known = refusals[reason]
  if (known) return known
  if (/does not support SSL/.test(reason))
    return ['de server heeft geen TLS', 'zet TLS aan op de server, of haal sslmode uit DATABASE_URL']
  const isFile = !(cause instanceof DatabaseError) && cause instanceof Error && 'path' in cause
  if (isFile) return [`het bestand ${cause.path} is niet te lezen: ${reason}`, 'kijk sslrootcert in DATABASE_URL na']
  return [reason, 'kijk DATABASE_URL na']
}
