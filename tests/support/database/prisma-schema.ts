import { readdirSync, readFileSync } from 'node:fs'

type Column = { name: string; type: string; nullable: boolean; default: boolean }
export type Model = { name: string; columns: Column[]; uniques: string[]; relations: string[] }

const files = readdirSync('prisma/models').map((name) => readFileSync(`prisma/models/${name}`, 'utf8'))
const source = files.join('\n').replace(/\/\/.*$/gm, '')
const blocks = (kind: string) => [...source.matchAll(new RegExp(`^${kind} (\\w+) \\{(.*?)^\\}`, 'gms'))]
const splitList = (text: string) => text.split(',').map((part) => part.trim())

/** The enums of prisma/models, each with its values in order. */
export const enums = new Map(blocks('enum').map(([, name = '', body = '']) => [name, body.trim().split(/\s+/)]))

/** The models of prisma/models, in the terms of PostgreSQL's information_schema. */
export const models: Model[] = blocks('model').map(([, name = '', body = '']) => {
  const lines = body
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const fields = lines
    .filter((line) => !line.startsWith('@@'))
    .map((line) => /^(\w+)\s+(\w+)(\?|\[\])?(.*)$/.exec(line) ?? [])
  const scalars = ['String', 'Int', 'BigInt', 'Boolean', 'DateTime', 'Json']
  const isColumn = (type: string) => enums.has(type) || scalars.includes(type)
  return {
    name,
    columns: fields
      .filter(([, , type = '']) => isColumn(type))
      .map(([, field = '', type = '', mark, attributes = '']) => ({
        name: field,
        type: mark === '[]' ? `_${columnType(type, attributes)}` : columnType(type, attributes),
        nullable: mark === '?',
        // The client creates a uuid. All other defaults are in the database too.
        default: /@default\((?!uuid)/.test(attributes),
      })),
    uniques: [
      ...fields.filter(([line = '']) => /@(id|unique)\b/.test(line)).map(([, field = '']) => field),
      ...lines
        .flatMap((line) => /^@@(?:unique|id)\(\[(.+?)\]/.exec(line)?.[1] ?? [])
        .map((names) => splitList(names).join()),
    ].sort(),
    relations: fields
      .flatMap(([, , type = '', mark, attributes = '']) => {
        const [, names] = /fields: \[(.+?)\]/.exec(attributes) ?? []
        const onDelete = /onDelete: (\w+)/.exec(attributes)?.[1] ?? (mark === '?' ? 'SetNull' : 'Restrict')
        return names ? [`${splitList(names).join()} ${type} ${onDelete}`] : []
      })
      .sort(),
  }
})

function columnType(type: string, attributes: string): string {
  if (enums.has(type)) return type
  if (type === 'String') return attributes.includes('@db.Uuid') ? 'uuid' : 'text'
  if (type === 'DateTime') return `timestamptz(${/@db\.Timestamptz\((\d)\)/.exec(attributes)?.[1]})`
  return { Int: 'int4', BigInt: 'int8', Boolean: 'bool', Json: 'jsonb' }[type] ?? type
}
