import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { MessageStateFilter } from '@/app/beheer/sessies/[id]/berichten/_components/message-list'
import { QuestionFilterForm } from '@/app/beheer/sessies/[id]/vragen/_components/question-filter'
import type { QuestionFilter, TriageState } from '@/lib/triage/schema'

/** Returns the links of the first list as "label -> address without the path, * current". */
function linksOf(html: string): string[] {
  const list = html.slice(0, html.indexOf('</ul>'))
  return [...list.matchAll(/<a ([^>]*)>([^<]*)<\/a>/g)].map(([, attributes = '', label]) => {
    const href = /href="([^"]*)"/.exec(attributes)?.[1]?.replaceAll('&amp;', '&') ?? ''
    return `${label} -> ${href.replace(/^[^?]*/, '')}${attributes.includes('aria-current="page"') ? ' *' : ''}`
  })
}

describe('QuestionFilterForm', () => {
  const entry = (state: TriageState, themeId: string | null) => ({
    ...{ state, themeId },
    ...{ ownerId: null, askedBeforeDeadline: true },
  })
  const entries = [entry('new', 'geld'), entry('new', null), entry('chosen', 'geld'), entry('outOfScope', null)]
  const none: QuestionFilter = { state: null, theme: null, owner: null, askedBeforeDeadline: null }
  const links = (filter: Partial<QuestionFilter>) =>
    linksOf(
      renderToStaticMarkup(
        <QuestionFilterForm
          sessionId="een"
          entries={entries}
          filter={{ ...none, ...filter }}
          themes={[{ id: 'geld', name: 'Geld' }]}
          owners={[]}
        />,
      ),
    )

  test('counts all questions without a filter', () => {
    expect(links({})).toEqual([
      'Alle (4) ->  *',
      'Nieuw (2) -> ?stand=new',
      'Gekozen voor de sessie (1) -> ?stand=chosen',
      'Valt buiten de sessie (1) -> ?stand=outOfScope',
    ])
  })

  test('counts only what its links show: the questions that match the other filters', () => {
    expect(links({ theme: 'geld', state: 'new' })).toEqual([
      'Alle (2) -> ?thema=geld',
      'Nieuw (1) -> ?stand=new&thema=geld *',
      'Gekozen voor de sessie (1) -> ?stand=chosen&thema=geld',
    ])
  })
})

test('the links to the mails in each state keep the kind and the search', () => {
  const counts = { waiting: 0, sent: 2, failed: 1, cancelled: 0, double: 0 }
  const filter = { show: 'failed', kind: 'release', search: 'noor' } as const
  const html = renderToStaticMarkup(<MessageStateFilter sessionId="een" filter={filter} counts={counts} />)
  expect(linksOf(html)).toEqual([
    'Alle -> ?soort=release&zoek=noor',
    'Verstuurd (2) -> ?stand=sent&soort=release&zoek=noor',
    'Mislukt (1) -> ?stand=failed&soort=release&zoek=noor *',
  ])
})
