import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import { type ParsedMail, simpleParser } from 'mailparser'
import { siteUnderTest } from './global-setup'

/** Waits for the only mail to an address. Fails if there are more. */
export async function waitForOnlyMail(to: string): Promise<ParsedMail> {
  await expect.poll(async () => (await mailsTo(to)).length, { message: `mail to ${to}` }).toBe(1)
  const [mail] = await mailsTo(to)
  if (!mail) throw new Error(`no mail to ${to}`)
  return mail
}

/** All mails to an address, the oldest first. */
export async function mailsTo(to: string): Promise<ParsedMail[]> {
  const folder = path.join(siteUnderTest().dataDir, 'mail')
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml')).sort()
  const mails = await Promise.all(names.map(async (name) => simpleParser(await readFile(path.join(folder, name)))))
  return mails.filter((mail) => recipients(mail).includes(to))
}

const recipients = ({ to }: ParsedMail) => [to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address))
