import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { afterAll, expect, test } from 'vitest'
import { migrate } from '@/lib/db/migrate'
import { createEmptyDatabase } from '@/tests/support/database/test-database'

const now = new Date('2022-10-01T08:00:00Z')
const { url, drop } = await createEmptyDatabase()
afterAll(() => drop())

test('the triage migration makes the second question of older sessions the agenda question', async () => {
  const earlierMigrations = await mkdtemp(path.join(tmpdir(), 'aanschuif-migrations-'))
  const names = (await readdir('prisma/migrations')).filter((name) => name < '20261125')
  for (const name of names)
    await cp(`prisma/migrations/${name}`, path.join(earlierMigrations, name), { recursive: true })
  await migrate(url, { dir: earlierMigrations, now })
  await rm(earlierMigrations, { recursive: true })

  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(`INSERT INTO "Session" VALUES (gen_random_uuid(), 's', 't', 's', 'b', 'a', 'o', 'n', 'e',
    '2022-11-08', '2022-11-09', '2022-10-17', '2022-11-01', NULL, NULL, NULL, 0, '2022-09-01')`)
  await client.query(`INSERT INTO "Question" ("id", "sessionId", "position", "label")
    SELECT gen_random_uuid(), "id", position, 'Vraag ' || position FROM "Session", generate_series(1, 3) AS position`)
  await migrate(url, { now })
  const { rows } = await client.query('SELECT "label" FROM "Question" WHERE "isAgendaQuestion"')
  expect(rows).toEqual([{ label: 'Vraag 2' }])
  await expect(client.query('UPDATE "Question" SET "isAgendaQuestion" = true')).rejects.toThrow(
    /Question_one_agenda_question/,
  )
  await client.end()
})
