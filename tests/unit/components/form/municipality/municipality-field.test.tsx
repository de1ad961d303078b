import { type ComponentProps, createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { MunicipalityField } from '@/components/form/municipality/municipality-field'
import { listMunicipalityOptions } from '@/lib/municipalities/queries'

const options = listMunicipalityOptions()
const values = { municipality: '', organisation: '' }
const render = (props: Partial<ComponentProps<typeof MunicipalityField>> = {}) =>
  renderToStaticMarkup(createElement(MunicipalityField, { options, values, errors: {}, ...props }))

describe('MunicipalityField, rendered on the server', () => {
  it('is a select with an empty option first, all municipalities and the other organisation last', () => {
    const optionValues = [...render().matchAll(/<option value="([^"]*)"/g)].map((match) => match[1])
    expect(optionValues).toEqual(['', ...options.map(({ value }) => value), 'other'])
    expect(render()).toContain('<option value="other">Andere organisatie</option></select>')
  })

  it('has a label for the select', () => {
    expect(render()).toMatch(/<label[^>]* for="veld-municipality"[^>]*>Gemeente<\/label>/)
    expect(render()).toMatch(/<select[^>]* name="municipality"[^>]*>/)
    expect(render()).toMatch(/<select[^>]* id="veld-municipality"[^>]*>/)
  })

  it('shows the field for another organisation with a hint', () => {
    const html = render({ values: { ...values, organisation: 'Voorbeeld' } })
    expect(html).not.toMatch(/ hidden=| disabled=/)
    expect(html).toMatch(/<input[^>]* name="organisation"[^>]* value="Voorbeeld"/)
    expect(html).toContain('Vul dit alleen in als je Andere organisatie hebt gekozen.')
  })

  it('selects the submitted municipality', () => {
    expect(render({ values: { ...values, municipality: 'GM0344' } })).toContain(
      '<option value="GM0344" selected="">Utrecht</option>',
    )
    expect(render({ values: { ...values, municipality: 'other' } })).toContain('<option value="other" selected="">')
  })

  it('connects the error message to the select only', () => {
    const html = render({ errors: { municipality: 'Kies je gemeente uit de lijst' } })
    const select = /<select[^>]*>/.exec(html)?.[0]
    expect(select).toContain('aria-invalid="true"')
    expect(select).toContain('aria-describedby="veld-municipality-hint veld-municipality-fout"')
    expect(html).toMatch(/id="veld-municipality-fout"[^>]*>.*Kies je gemeente uit de lijst/)
    expect(/<input[^>]* name="organisation"[^>]*>/.exec(html)?.[0]).not.toContain('aria-invalid')
  })

  it('renders an empty live region', () => {
    expect(render({ email: 'naam@utrecht.nl' })).toContain('<div role="status"></div>')
  })
})
