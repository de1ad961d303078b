import { expect, test } from 'vitest'
import { explainDiskError } from '@/lib/platform/start/disk-error'
import { StartError } from '@/lib/platform/start-error'

const failure = (code: string) => Object.assign(new Error(`${code}: failure, open '/data/x'`), { code })

test.each([
  ['EACCES', 'geen rechten'],
  ['EPERM', 'geen rechten'],
  ['EROFS', 'alleen-lezen'],
  ['ENOSPC', 'vol'],
  ['EDQUOT', 'vol'],
  ['ENOTDIR', 'een deel van het pad is een bestand'],
  ['EIO', 'leesfout of schrijffout'],
])('%s on the disk is reported in one line with its cause and advice', (code, cause) => {
  const explained = explainDiskError(failure(code), '/data')
  expect(explained).toBeInstanceOf(StartError)
  expect(String(explained)).toMatch(
    new RegExp(`^StartError: In /data is niet te schrijven: .*${cause}.*DATA_DIR[^\n]*$`),
  )
})

test('another error is returned unchanged', () => {
  const error = new Error('a fault in the code')
  expect(explainDiskError(error, '/data')).toBe(error)
})
