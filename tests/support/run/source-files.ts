import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseAst } from 'vitest/node'

export type Source = { file: string; text: string }
type Node = { type: string; start: number; [key: string]: unknown }

const productPaths = ['app', 'components', 'emails', 'lib', 'prisma', 'server.ts']
const excludedFiles = /(^|\/)(node_modules|generated|test-results)\/|\.(json|svg|png|ico|woff2)$/

/** Returns the handwritten files in `paths`, which are folders or files. */
export function sourceFiles(paths: string[] = productPaths): Source[] {
  return paths
    .flatMap(listFiles)
    .filter((file) => !excludedFiles.test(file))
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
}

/** Returns the files with code. */
export const codeFiles = (paths?: string[]) => sourceFiles(paths).filter(({ file }) => /\.(ts|tsx|mjs)$/.test(file))

function listFiles(root: string): string[] {
  if (path.extname(root)) return [root]
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
}

// Module names and types do not run.
const skippedKeys = ['source', 'typeArguments', 'typeAnnotation']

/** Returns every node of the syntax tree that runs. */
export function runtimeNodes({ file, text }: Source): Node[] {
  const found: Node[] = []
  const visit = (value: unknown) => {
    if (Array.isArray(value)) return value.forEach(visit)
    if (!isNode(value)) return
    found.push(value)
    for (const [key, child] of Object.entries(value)) if (!skippedKeys.includes(key)) visit(child)
  }
  visit(parseAst(text, { lang: file.endsWith('x') ? 'tsx' : 'ts' }).body)
  return found
}

/** Returns the strings, template pieces and JSX texts, each with its line. */
export function textLiterals(source: Source): { text: string; line: number }[] {
  return runtimeNodes(source).flatMap((node) => {
    const text = textOf(node)
    return text?.trim() ? [{ text, line: lineAt(source, node) }] : []
  })
}

export const lineAt = ({ text }: Source, { start }: Node) => text.slice(0, start).split('\n').length

function textOf({ type, value }: Node): string | undefined {
  if (type === 'TemplateElement') return (value as { cooked: string }).cooked
  if (type === 'JSXText' || (type === 'Literal' && typeof value === 'string')) return value as string
  return undefined
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}
