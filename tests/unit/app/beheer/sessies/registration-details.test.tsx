import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { RegistrationDetails } from '@/app/beheer/sessies/[id]/aanmeldingen/[aanmelding]/_components/registration-details'

const at = new Date('2022-10-01T08:00:00Z')
const registration = {
  sessionId: 'een',
  normalizedEmail: 'sam@example.nl',
  addressSequence: 0,
  idempotencyKey: '',
  tokenVersion: 1,
  transferredToId: null,
  id: 'sam',
  version: 1,
  municipalityCode: 'GM0344',
  name: 'Sam Voorbeeld',
  email: 'sam@example.nl',
  workplace: 'Utrecht',
  organisation: null,
  role: 'adviseur',
  contactWish: 'none' as const,
  phone: null,
  needs: null,
  askedBeforeDeadline: true,
  createdAt: at,
  cancelledAt: at,
  waitlistedAt: null,
  offerExpiresAt: null,
  tookPartAt: null,
  transferredTo: null,
  transferredFrom: [],
  erasedAt: null,
  answers: [],
  notes: [],
}
const receiver = { id: 'kim', name: 'Kim Voorbeeld', erasedAt: null }
const markup = (different: Partial<Parameters<typeof RegistrationDetails>[0]['registration']>) =>
  renderToStaticMarkup(<RegistrationDetails sessionId="een" registration={{ ...registration, ...different }} />)
const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, '')

test('links the answers of a transferred registration to the participant who received them', () => {
  const html = markup({ transferredTo: receiver })
  expect(textOf(html)).toContain('De antwoorden gingen mee naar Kim Voorbeeld.')
  expect(textOf(html)).not.toContain('Vraag:')
})

test('does not name the receiver of the answers once that name is erased', () => {
  const html = markup({ transferredTo: { ...receiver, name: 'Naam gewist', erasedAt: at } })
  expect(textOf(html)).toContain('De antwoorden gingen mee naar een collega.')
})

test('says that a registration without a transfer has no answers', () => {
  expect(textOf(markup({}))).toContain('Vraag: op tijd')
  expect(textOf(markup({}))).toContain('Er zijn geen vragen beantwoord.')
})
