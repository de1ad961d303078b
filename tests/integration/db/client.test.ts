import { type AddressInfo, createServer, connect as dial } from 'node:net'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { createPrismaClient } from '@/lib/db/client'
import { queryValues } from '@/tests/support/database/embedded-cluster'
import { createMigratedDatabase } from '@/tests/support/database/test-database'

/** Starts a server that answers the first query of a connection and, in the same packet, reports that it terminates. */
async function dyingServer(): Promise<string> {
  const url = new URL(inject('serverUrl'))
  const { port, hostname } = new URL(url)
  const server = createServer((visitor) => {
    const upstream = dial(Number(port), hostname)
    visitor.on('error', () => {}).on('close', () => upstream.destroy())
    upstream.on('error', () => {}).on('close', () => visitor.destroy())
    visitor.pipe(upstream)
    let timesReady = 0
    upstream.on('data', (data) => {
      if (data.subarray(-6).equals(Buffer.from('Z\0\0\0\x05I', 'latin1'))) timesReady += 1
      visitor.write(timesReady === 2 ? Buffer.concat([data, terminationError()]) : data)
      if (timesReady === 2) visitor.end()
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => void server.close())
  url.port = String((server.address() as AddressInfo).port)
  return url.href
}

/** The ErrorResponse of a backend whose postmaster died: https://www.postgresql.org/docs/18/protocol-message-formats.html */
function terminationError(): Buffer {
  const fields = Buffer.from('SFATAL\0C57P01\0Mterminating connection due to unexpected postmaster exit\0\0')
  const head = Buffer.from('E\0\0\0\0', 'latin1')
  head.writeInt32BE(fields.length + 4, 1)
  return Buffer.concat([head, fields])
}

// An error event without a listener would end the process.
test('a server that dies while the pool hands out a connection fails only the transaction', async () => {
  const db = createPrismaClient(await dyingServer())
  onTestFinished(() => db.$disconnect())
  await expect(db.$transaction((tx) => tx.$queryRaw`SELECT 1`)).rejects.toThrow(/connection error/)
  await expect(db.$queryRaw`SELECT 1`).rejects.toThrow()
})

describe('a database whose time zone is not UTC', () => {
  test.each(['Europe/Amsterdam', 'America/New_York'])(
    'gives raw SQL, Prisma and defaults the same instant in %s',
    async (zone) => {
      const { url, drop } = await createMigratedDatabase()
      onTestFinished(drop)
      await queryValues(url, `ALTER DATABASE ${new URL(url).pathname.slice(1)} SET timezone TO '${zone}'`)
      expect(await queryValues(url, 'SHOW timezone')).toEqual([zone])
      const db = createPrismaClient(url)
      onTestFinished(() => db.$disconnect())

      const at = new Date('2026-07-01T10:00:00.000Z')
      const [row] = await db.$queryRaw<{ stored: Date; same: boolean; now: Date }[]>`
        SELECT ${at}::timestamp AS stored, ${at.toISOString()}::timestamptz = ${at}::timestamp AS same, now()::timestamp AS now`
      expect(row).toMatchObject({ stored: at, same: true })
      expect(Math.abs((row?.now.getTime() ?? 0) - Date.now())).toBeLessThan(60_000)
    },
  )
})
