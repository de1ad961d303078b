import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { imageSize } from 'image-size'

type Size = { width: number; height: number }

/** Returns a map from encoded URL paths, such as "/een%20foto.png", to the paths of the files in `folder`. */
function listFiles(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => path.join(parentPath, name))
      .map((file) => [encodeURI(`/${path.relative(folder, file).split(path.sep).join('/')}`), file]),
  )
}

/** Returns the size in pixels of an image file. Returns `null` for a file that is no image or cannot be read. */
function readSize(file: string): Size | null {
  try {
    const { width, height, orientation = 1 } = imageSize(readFileSync(file))
    // Browsers turn a photo as its orientation says; from 5 on, that swaps its sides.
    return orientation < 5 ? { width, height } : { width: height, height: width }
  } catch {
    return null
  }
}

/**
 * Returns a function from the URL path of an image in `folder` to its size in pixels, or to `null` for a file that is
 * absent or no image. Lists the files once: Next, too, serves only the files that are there when it starts.
 */
export function imageSizes(folder: string) {
  const sizes = new Map<string, Size | null>()
  let files: Map<string, string> | undefined
  return (url: string): Size | null => {
    const [urlPath = ''] = url.split(/[?#]/)
    files ??= listFiles(folder)
    const file = files.get(urlPath)
    if (!file) return null
    if (!sizes.has(urlPath)) sizes.set(urlPath, readSize(file))
    return sizes.get(urlPath) ?? null
  }
}

export const publicImageSize = imageSizes(path.join(process.cwd(), 'public'))
