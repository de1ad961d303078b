import encodeQR from 'qr'

/** A QR code as one SVG path. `size` is its width and height in path units, with the quiet zone. */
export type QrCode = { size: number; path: string }

/** Required by ISO/IEC 18004. */
const quietZoneModules = 4

export function renderQrCode(text: string): QrCode {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: quietZoneModules })
  const squares = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { size: rows.length, path: squares.join('') }
}
