import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Markdown } from '@/components/markdown/markdown'
import { safeUrl } from '@/components/markdown/markdown-plugins'
import { seedContent } from '@/prisma/seed-content'

const html = (text: string, headingLevel: 2 | 3 = 2) =>
  renderToStaticMarkup(<Markdown text={text} headingLevel={headingLevel} />)

describe('Markdown', () => {
  it('shifts all headings so that the highest gets the given level', () => {
    expect(html('# Een\n\n## Twee')).toMatch(/<h2.*Een<\/h2>\s*<h3.*Twee<\/h3>/)
    expect(html('### Een\n\n#### Twee', 3)).toMatch(/<h3.*Een<\/h3>\s*<h4.*Twee<\/h4>/)
  })

  it('renders an image that is alone in a paragraph as a figure with its title as caption', () => {
    const figure = html('![Een brug](/beelden/brug.svg "De brug. Bron: eigen tekening")')
    expect(figure).toContain('<figure')
    expect(figure).toContain('src="/beelden/brug.svg"')
    expect(figure).toContain('De brug. Bron: eigen tekening</figcaption>')
    expect(figure).not.toContain('<p')
  })

  it('replaces an image with a forbidden URL by its alternative text', () => {
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

  it('allows links to http, https, mailto and this site', () => {
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

  it('shows only the text of a link with a forbidden URL', () => {
    const text = html('Zie [de bijlage](javascript:alert(1)).')
    expect(text).toContain('de bijlage')
    expect(text).not.toMatch(/<a|javascript/)
  })

  it('renders the headings, the figure and the list of the seeded session', () => {
    const text = html(seedContent.body)
    expect(text).toMatch(/<h2[^>]*>Waarom deze sessie\?<\/h2>/)
    expect(text).toMatch(/<h2[^>]*>Stappenplan Inclusief Beleid<\/h2>/)
    expect(text).toContain('Bron: Movisie, eigen tekening.</figcaption>')
    expect(text.match(/<ol[\s\S]*<\/ol>/)?.[0].match(/<li/g)).toHaveLength(12)
  })
})
