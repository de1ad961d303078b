import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { ExportForm } from '@/app/beheer/sessies/[id]/aanmeldingen/_components/export-form'
import { defaultSearch, type RegistrationSearch } from '@/lib/registrations/admin/search-params'

const render = (search: Partial<RegistrationSearch>, total: number) =>
  renderToStaticMarkup(<ExportForm sessionId="een" search={{ ...defaultSearch, ...search }} total={total} />)

const everybodyLink = 'Toon iedereen, ook wachtlijst en afgemeld'

describe('ExportForm', () => {
  test.each([
    [{}, 3, 'Wie is aangemeld (3) meenemen als:'],
    [{ order: 'name' }, 1, 'Wie is aangemeld (1) meenemen als:'],
    [{ state: 'all' }, 1200, 'Iedereen (1.200), ook wachtlijst en afgemeld, meenemen als:'],
    [{ state: 'all', text: 'sam' }, 2, 'Deze 2 aanmeldingen meenemen als:'],
    [{ state: 'cancelled' }, 1, 'Deze aanmelding meenemen als:'],
  ] satisfies [Partial<RegistrationSearch>, number, string][])(
    'names whom the file holds: %j, %i',
    (search, total, label) => {
      expect(render(search, total)).toContain(label)
    },
  )

  test('links to the list of everybody, which a file of the default list does not hold', () => {
    expect(render({ order: 'name' }, 3)).toMatch(/stand=all&amp;volgorde=name[^>]*>Toon iedereen/)
    expect(render({ state: 'all' }, 6)).not.toContain(everybodyLink)
  })

  test('offers no file without registrations, and still links to the list of everybody', () => {
    expect(render({}, 0)).not.toContain('<form')
    expect(render({}, 0)).toContain(everybodyLink)
  })
})
