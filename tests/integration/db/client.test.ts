import { type AddressInfo, createServer, connect as dial } from 'node:net'
import { expect, inject, onTestFinished, test } from 'vitest'
import { createPrismaClient } from '@/lib/db/client'

/** Starts a server that reports that it is ready and, in the same packet, that it terminates. */
async function dyingServer(): Promise<string> {
  const url = new URL(inject('serverUrl'))
  const { port, hostname } = new URL(url)
  const server = createServer((visitor) => {
    const upstream = dial(Number(port), hostname)
    visitor.on('error', () => {}).on('close', () => upstream.destroy())
    upstream.on('error', () => {}).on('close', () => visitor.destroy())
    visitor.pipe(upstream)
    upstream.on('data', (data) => {
      const ready = data.subarray(-6).equals(Buffer.from('Z\0\0\0\x05I', 'latin1'))
      visitor.write(ready ? Buffer.concat([data, terminationError()]) : data)
      if (ready) visitor.end()
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

// Without the error listener of the client, this error would end the process.
test('a server that dies while the pool hands out a connection fails only the transaction', async () => {
  const db = createPrismaClient(await dyingServer())
  onTestFinished(() => db.$disconnect())
  await expect(db.$transaction((tx) => tx.$queryRaw`SELECT 1`)).rejects.toThrow(/connection error/)
  await expect(db.$queryRaw`SELECT 1`).rejects.toThrow()
})
