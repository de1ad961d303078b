import encodeQR from 'qr'

/** A QR code as one svg path; `size` is its width and height, in the units of the path, with the white edge it needs. */
export type QrCode = { size: number; path: string }

/** ISO/IEC 18004 asks for an edge of four modules. */
const quietZoneModules = 4

/** Draws `text` as a QR code. */
export function renderQrCode(text: string): QrCode {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: quietZoneModules })
  const squares = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { size: rows.length, path: squares.join('') }
}
