import { describe, expect, it } from 'vitest'
import { codeFiles, type Source } from '@/tests/support/run/source-files'

const files = codeFiles(['app', 'components'])
const form = 'components/form/submission/action-form.tsx'
const hook = 'components/form/submission/use-resilient-action.ts'

describe('every form', () => {
  it('keeps its text after a failed submission, because ActionForm sends it', () => {
    expect(files.flatMap(unprotectedForms)).toEqual([])
    expect(files.flatMap(protectedForms).length).toBeGreaterThan(35)
    expect(unprotectedForms({ file: 'a.tsx', text: 'x = <form className="a" action={send}>' })).toHaveLength(1)
    expect(unprotectedForms({ file: 'a.tsx', text: 'x = <form onSubmit={() => send()}>' })).toHaveLength(1)
    expect(unprotectedForms({ file: 'a.tsx', text: 'x = <button formAction={send}>' })).toHaveLength(1)
    expect(unprotectedForms({ file: 'a.tsx', text: 'x = <form method="post" action={send}>' })).toHaveLength(1)
  })

  it('gets the state of its action from the one hook that catches failures', () => {
    const users = files.filter(({ text }) => /\b(useActionState|useFormState)\b/.test(text.replaceAll(/`[^`]*`/g, '')))
    expect(users.map(({ file }) => file)).toEqual([hook])
  })

  it('has an action that captures no variables, which the key of a build would encrypt', () => {
    const directive = /^\s*['"]use server['"]/
    const elsewhere = files.flatMap(({ file, text }) =>
      text.split('\n').flatMap((line, index) => (index > 0 && directive.test(line) ? [`${file}:${index + 1}`] : [])),
    )
    expect(elsewhere).toEqual([])
  })
})

/** A form that opens another page by a path is sent by the browser and holds no typed text, or is a search. */
const toPath = /\baction=\{(routes\.\w+\(|listPath\}|downloadUrl\})/

function unprotectedForms({ file, text }: Source): string[] {
  if (file === form) return []
  const forms = [...text.matchAll(/<form\b(?:=>|[^>])*>/g)].filter(([tag]) => !toPath.test(tag))
  return [...forms, ...text.matchAll(/\bformAction=/g)].map(({ index }) => `${file}:${index}`)
}

const protectedForms = ({ text }: Source) => [...text.matchAll(/<(ActionForm|ButtonForm|AdminForm|PreviewForm)\b/g)]
