import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Markdown } from '@/components/markdown/markdown'
import { safeUrl } from '@/components/markdown/markdown-plugins'
import { seedContent } from '@/prisma/seed-content'

const html = (text: string, headingLevel: 2 | 3 = 2) =>
  renderToStaticMarkup(<Markdown text={text} headingLevel={headingLevel} />)

describe('a text of an organiser', () => {
  it('lets the highest heading get the level of its place, and the others follow', () => {
    expect(html('# Een\n\n## Twee')).toMatch(/<h2.*Een<\/h2>\s*<h3.*Twee<\/h3>/)
    expect(html('### Een\n\n#### Twee', 3)).toMatch(/<h3.*Een<\/h3>\s*<h4.*Twee<\/h4>/)
  })

  it('makes a picture that stands alone a figure with its title as caption', () => {
    const figure = html('![Een brug](/beelden/brug.svg "De brug. Bron: eigen tekening")')
    expect(figure).toContain('<figure')
    expect(figure).toContain('src="/beelden/brug.svg"')
    expect(figure).toContain('De brug. Bron: eigen tekening</figcaption>')
    expect(figure).not.toContain('<p')
  })

  it('keeps what a picture shows in words when its address may not be used', () => {
    for (const address of [
      'https://elders.example/volg.png',
      '//elders.example/volg.png',
      'data:image/png;base64,AA',
    ]) {
      const text = html(`![Een brug](${address} "De brug")`)
      expect(text).toContain('Een brug')
      expect(text).not.toContain('<img')
    }
  })

  it('drops raw HTML', () => {
    const text = html('Hallo <script>alert(1)</script> <img src=x onerror=alert(1)>\n\n<iframe src="/x"></iframe>')
    expect(text).not.toMatch(/<script|<img|<iframe|onerror/)
    expect(text).toContain('Hallo')
  })

  it('keeps links to http, https, mailto and this site', () => {
    expect(html('[a](https://movisie.nl/x)')).toContain('href="https://movisie.nl/x"')
    expect(html('[a](mailto:naam@example.nl)')).toContain('href="mailto:naam@example.nl"')
    expect(html('[a](/sessies/een?b=1#c)')).toContain('href="/sessies/een?b=1#c"')
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    'vbscript:x',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    'blob:https://example.nl/x',
    '//elders.example',
    '/\\elders.example',
    '/\t/elders.example',
    '/..//elders.example',
    'pad/zonder/schuine-streep',
    'http://[onzin',
  ])('refuses %j as a link', (address) => {
    expect(safeUrl(address, 'href')).toBeUndefined()
  })

  it('shows the words of a link that it refuses', () => {
    const text = html('Zie [de bijlage](javascript:alert(1)).')
    expect(text).toContain('de bijlage')
    expect(text).not.toMatch(/<a|javascript/)
  })

  it('bears the first kennissessie: its headings, its picture and the twelve factors in words', () => {
    const text = html(seedContent.body)
    expect(text).toMatch(/<h2[^>]*>Waarom deze sessie\?<\/h2>/)
    expect(text).toMatch(/<h2[^>]*>Stappenplan Inclusief Beleid<\/h2>/)
    expect(text).toContain('Bron: Movisie, eigen tekening.</figcaption>')
    expect(text.match(/<ol[\s\S]*<\/ol>/)?.[0].match(/<li/g)).toHaveLength(12)
  })
})
