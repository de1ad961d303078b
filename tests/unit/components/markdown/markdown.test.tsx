import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Markdown } from '@/components/markdown/markdown'
import { safeUrl } from '@/components/markdown/markdown-plugins'
import { seedContent } from '@/prisma/seed-content'
import { asTyped, visibleText } from '@/tests/support/hostile-input/markdown-strings'

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

  it('gives an image of this site its size, so that it takes the same space before it is loaded', () => {
    const drawing = html('![Twaalf stroken](/beelden/diversiteitsvlechtwerk.svg)')
    expect(drawing).toMatch(/<img[^>]* width="720" height="670"/)
    expect(html('![Onbekend](/beelden/bestaat-niet.svg)')).not.toMatch(/ width=/)
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

  it('shows raw HTML as text', () => {
    const text = html('Hallo <script>alert(1)</script> <img src=x onerror=alert(1)>\n\n<iframe src="/x"></iframe>')
    expect(text).not.toMatch(/<script|<img|<iframe/)
    expect(text).toContain('Hallo &lt;script&gt;alert(1)&lt;/script&gt;')
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

  it.each(asTyped)('shows %j as typed', (typed) => {
    expect(visibleText(html(typed))).toBe(typed.replaceAll('\n', ' '))
    expect(html(typed)).not.toMatch(/<(em|strong|h\d|li|del|code|pre|blockquote|hr|input|sup)\b/)
  })

  it('reads the syntax that the forms offer', () => {
    const text = html(
      '## Kop\n\n- een\n- **twee** en *drie*\n\n1. a\n2. b\n\n[x](https://example.nl)\n\n| A |\n| - |\n| b |',
    )
    for (const tag of ['h2', 'ul', 'ol', 'li', 'strong', 'em', 'a', 'table'])
      expect(text).toMatch(new RegExp(`<${tag}[ >]`))
  })

  it('shows a link with a forbidden URL as typed', () => {
    const text = html('Zie [de bijlage](javascript:alert(1)).')
    expect(text).toContain('[de bijlage](javascript:alert(1)).')
    expect(text).not.toMatch(/<a/)
  })

  it('renders the headings, the figure and the list of the seeded session', () => {
    const text = html(seedContent.body)
    expect(text).toMatch(/<h2[^>]*>Waarom deze sessie\?<\/h2>/)
    expect(text).toMatch(/<h2[^>]*>Stappenplan Inclusief Beleid<\/h2>/)
    expect(text).toContain('Bron: Movisie, eigen tekening.</figcaption>')
    expect(text.match(/<ol[\s\S]*<\/ol>/)?.[0].match(/<li/g)).toHaveLength(12)
  })
})
