import { type ClientBase, escapeIdentifier } from 'pg'

/** Returns the schema that `?schema=` of a database URL names, as in the URLs of Prisma, or `undefined`. */
export const schemaOf = (url: string): string | undefined => new URL(url).searchParams.get('schema') || undefined

/**
 * Prepares a new connection. Sets its time zone to UTC: columns hold UTC, but a database or role may have another default.
 * Puts the schema of the URL, if it names one, on the search path, so that unqualified table names refer to it.
 */
export async function prepareConnection(client: ClientBase, url: string): Promise<void> {
  const schema = schemaOf(url)
  await client.query(`SET TIME ZONE 'UTC'${schema ? `; SET search_path TO ${escapeIdentifier(schema)}` : ''}`)
}
