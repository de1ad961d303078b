import { describe, expect, it } from 'vitest'
import { isCallOfAction, namesItsActionWell } from '@/lib/platform/front-door/action-body'
import { badArguments } from '@/tests/support/hostile'

/** The hidden fields of a form, by name. */
function form(fields: Record<string, string>) {
  const made = new FormData()
  for (const [name, value] of Object.entries(fields)) made.set(name, value)
  return made
}
const meta = '{"id":"60a1b2","bound":"$@1"}'
const bound = (json: string) => form({ $ACTION_REF_2: '', '$ACTION_2:0': meta, '$ACTION_2:1': json, name: '$K1' })
const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`

describe('what a form without scripts says about its action', () => {
  it.each([
    ['nothing: a form of another kind', form({ name: '$1:x' })],
    ['its id alone', form({ $ACTION_ID_60a1b2: '', name: 'x' })],
    ['what it is called with', bound('["6f",{"status":"idle"}]')],
    ['what was typed before, also with a dollar sign', bound('["6f",{"values":{"name":"$$1"},"at":"$undefined"}]')],
    ['a moment', bound('[{"at":"$D2026-11-25T10:00:00.000Z"}]')],
    ['the same thing twice', bound('[{"errors":{}},"$1:0:errors"]')],
    ['that it is called with nothing', form({ $ACTION_REF_1: '', '$ACTION_1:0': '{"id":"60","bound":null}' })],
  ])('is taken when it is %s', (_, sent) => expect(namesItsActionWell(sent)).toBe(true))

  it.each([
    ['announced and not told', form({ $ACTION_REF_2: '' })],
    ['told in half', form({ $ACTION_REF_2: '', '$ACTION_2:0': meta })],
    ['no JSON', bound('{{{')],
    ['no list', bound('{"0":"6f"}')],
    ['nothing', bound('null')],
    ['deeper than anything of ours', bound(nested(30))],
    ['so deep that reading it fails', bound(nested(20_000))],
    ['something that is not there', bound('["$1:5"]')],
    ['something of JavaScript itself', bound('["$1:__proto__:constructor"]')],
    ['a text that names itself', bound('["$1:0"]')],
    ['a name that JavaScript knows', bound('[{"__proto__":{"x":1}}]')],
    ['what looks like a promise', bound('[{"then":"x"}]')],
    ['another kind of thing', bound('["$B1"]')],
    ['an id that is none', form({ $ACTION_REF_2: '', '$ACTION_2:0': '{"id":"x","bound":"$@1"}', '$ACTION_2:1': '[]' })],
  ])('is refused when it is %s', (_, sent) => expect(namesItsActionWell(sent)).toBe(false))
})

describe('what a script calls an action with', () => {
  it('is taken as a list, with a form that belongs to it or without one', () => {
    expect(isCallOfAction('["6f",{"status":"idle","values":{"name":"$$"}}]')).toBe(true)
    expect(isCallOfAction(form({ '0': '["6f",{"status":"idle"},"$K1"]', '1_name': '$B1' }))).toBe(true)
    expect(isCallOfAction('[]')).toBe(true)
  })

  it('is refused when no page of ours writes that', () => {
    const signs = badArguments.filter((text) => /"\$(?!undefined)|"__proto__":|"then":|"toString":|\[{50}/.test(text))
    expect(signs.length).toBeGreaterThan(5)
    for (const text of ['', '{{{', 'null', '{}', ...signs]) expect([text, isCallOfAction(text)]).toEqual([text, false])
    expect(isCallOfAction(form({ '1_name': 'x' }))).toBe(false)
  })
})
