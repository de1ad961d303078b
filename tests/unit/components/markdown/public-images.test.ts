import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { imageSizes } from '@/components/markdown/public-images'

const svg = (attributes: string) => `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}></svg>`
/** A PNG of 3 × 2 pixels, up to where its size is. */
const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000003000000020802000000', 'hex')
/** A JPEG of 4 × 2 pixels, which Exif orientation 6 turns a quarter. */
const turnedJpeg = Buffer.from(
  'ffd8ffe10022457869660000' +
    '4d4d002a00000008' +
    '0001' +
    '011200030000000100060000' +
    '00000000' +
    'ffc0000b08000200040101110000ffd9',
  'hex',
)

let sizeOf: ReturnType<typeof imageSizes>
beforeAll(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'beelden-'))
  await mkdir(path.join(folder, 'beelden'))
  const files = {
    'beelden/brug.svg': svg('viewBox="0 0 720 670"'),
    'beelden/maat.svg': svg('width="40" height="30" viewBox="0 0 4 3"'),
    'beelden/mijn foto é (1).png': png,
    'beelden/gedraaid.jpg': turnedJpeg,
    'beelden/lees.txt': 'geen beeld',
    'beelden/leeg.png': '',
  }
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content)
  sizeOf = imageSizes(folder)
})

describe('imageSizes', () => {
  it.each([
    ['/beelden/brug.svg', 720, 670],
    ['/beelden/brug.svg?versie=2#deel', 720, 670],
    ['/beelden/maat.svg', 40, 30],
    ['/beelden/mijn%20foto%20%C3%A9%20(1).png', 3, 2],
    ['/beelden/gedraaid.jpg', 2, 4],
  ])('reads the size of %s', (url, width, height) => {
    expect(sizeOf(url)).toEqual({ width, height })
    expect(sizeOf(url), 'a second time').toEqual({ width, height })
  })

  it.each([
    '/beelden/lees.txt',
    '/beelden/leeg.png',
    '/beelden/bestaat-niet.svg',
    '/beelden',
    '/../package.json',
    '/%2e%2e/package.json',
    '/%zz',
    '',
  ])('knows no size of %j', (url) => {
    expect(sizeOf(url)).toBeNull()
  })
})
