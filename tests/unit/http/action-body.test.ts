import { describe, expect, it } from 'vitest'
import { hasValidActionReference, isValidActionCall } from '@/lib/http/action-body'
import { badActionArguments } from '@/tests/support/hostile-input/payloads'

/** The hidden fields of a form, by name. */
function formWith(fields: Record<string, string>) {
  const made = new FormData()
  for (const [name, value] of Object.entries(fields)) made.set(name, value)
  return made
}
const meta = '{"id":"60a1b2","bound":"$@1"}'
const formBoundTo = (json: string) =>
  formWith({ $ACTION_REF_2: '', '$ACTION_2:0': meta, '$ACTION_2:1': json, name: '$K1' })
const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`

describe('what a form without scripts says about its action', () => {
  it.each([
    ['nothing: a form of another kind', formWith({ name: '$1:x' })],
    ['its id alone', formWith({ $ACTION_ID_60a1b2: '', name: 'x' })],
    ['what it is called with', formBoundTo('["6f",{"status":"idle"}]')],
    [
      'what was typed before, also with a dollar sign',
      formBoundTo('["6f",{"values":{"name":"$$1"},"at":"$undefined"}]'),
    ],
    ['a moment', formBoundTo('[{"at":"$D2026-11-25T10:00:00.000Z"}]')],
    ['the same thing twice', formBoundTo('[{"errors":{}},"$1:0:errors"]')],
    ['that it is called with nothing', formWith({ $ACTION_REF_1: '', '$ACTION_1:0': '{"id":"60","bound":null}' })],
  ])('is taken when it is %s', (_, sent) => expect(hasValidActionReference(sent)).toBe(true))

  it.each([
    ['announced and not told', formWith({ $ACTION_REF_2: '' })],
    ['told in half', formWith({ $ACTION_REF_2: '', '$ACTION_2:0': meta })],
    ['no JSON', formBoundTo('{{{')],
    ['no list', formBoundTo('{"0":"6f"}')],
    ['nothing', formBoundTo('null')],
    ['deeper than anything of ours', formBoundTo(nested(30))],
    ['so deep that reading it fails', formBoundTo(nested(20_000))],
    ['something that is not there', formBoundTo('["$1:5"]')],
    ['something of JavaScript itself', formBoundTo('["$1:__proto__:constructor"]')],
    ['a text that names itself', formBoundTo('["$1:0"]')],
    ['a name that JavaScript knows', formBoundTo('[{"__proto__":{"x":1}}]')],
    ['what looks like a promise', formBoundTo('[{"then":"x"}]')],
    ['another kind of thing', formBoundTo('["$B1"]')],
    [
      'an id that is none',
      formWith({ $ACTION_REF_2: '', '$ACTION_2:0': '{"id":"x","bound":"$@1"}', '$ACTION_2:1': '[]' }),
    ],
  ])('is refused when it is %s', (_, sent) => expect(hasValidActionReference(sent)).toBe(false))
})

describe('what a script calls an action with', () => {
  it('is taken as a list, with a form that belongs to it or without one', () => {
    expect(isValidActionCall('["6f",{"status":"idle","values":{"name":"$$"}}]')).toBe(true)
    expect(isValidActionCall(formWith({ '0': '["6f",{"status":"idle"},"$K1"]', '1_name': '$B1' }))).toBe(true)
    expect(isValidActionCall('[]')).toBe(true)
  })

  it('is refused when no page of ours writes that', () => {
    const signs = badActionArguments.filter((text) =>
      /"\$(?!undefined)|"__proto__":|"then":|"toString":|\[{50}/.test(text),
    )
    expect(signs.length).toBeGreaterThan(5)
    for (const text of ['', '{{{', 'null', '{}', ...signs])
      expect([text, isValidActionCall(text)]).toEqual([text, false])
    expect(isValidActionCall(formWith({ '1_name': 'x' }))).toBe(false)
  })
})
