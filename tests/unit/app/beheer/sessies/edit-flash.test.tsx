import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { EditFlash } from '@/app/beheer/sessies/[id]/bewerken/_components/edit-flash'
import type { SessionFlash } from '@/lib/platform/routes'
import type { SessionToEdit } from '@/lib/sessions/queries'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => undefined }) }))

const published = { id: 'a', publishedAt: new Date(0), archivedAt: null, cancelledAt: null, questions: [] }
const cancelled = { ...published, cancelledAt: new Date('2022-11-01T10:00:00Z'), cancelReason: 'Ziekte' }

function shown(edit: SessionFlash | undefined, session: object) {
  const progress = { total: 0, sent: 0, left: 0 }
  const html = renderToStaticMarkup(<EditFlash edit={edit} session={session as SessionToEdit} progress={progress} />)
  return [...html.matchAll(/<strong[^>]*>(.*?) ?<\/strong>/g)].map(([, title]) => title)
}
const notice = 'Deze kennissessie gaat niet door.'

describe('EditFlash', () => {
  it('confirms a change of a cancelled session, above the notice that it is cancelled', () => {
    expect(shown('saved', cancelled)).toEqual(['Bewaard.', notice])
    const archived = { ...cancelled, archivedAt: new Date(0) }
    expect(shown('archived', archived)).toEqual(['De kennissessie ligt in het archief.', notice])
    expect(shown('restored', cancelled)).toEqual(['De kennissessie is terug uit het archief.', notice])
  })

  it('shows only the notice of a cancelled session without a change, or after one that was undone', () => {
    for (const edit of [undefined, 'cancelled', 'moved', 'archived'] as const)
      expect(shown(edit, cancelled)).toEqual([notice])
  })

  it('confirms a change of a session that takes place', () => {
    expect(shown('saved', published)).toEqual(['Bewaard.'])
    expect(shown('moved', published)).toEqual(['De kennissessie is verplaatst.'])
    expect(shown('unpublished', published)).toEqual([])
  })
})
