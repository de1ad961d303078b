import styles from './weave.module.css'

const step = 52
const width = 34
const gap = step - width
const strands = [0, 1, 2, 3, 4, 5]
const edge = 48
const far = edge + 5 * step + width
/** How far each strand sticks out of the weave, in units of the SVG. The lengths differ for a handmade look. */
const tails = [46, 32, 40, 30, 44, 36]

type Piece = { x: number; y: number; width: number; height: number; color: number; round?: number }

function strandExtent(index: number) {
  const before = tails[5 - index] ?? 0
  return { from: edge - before, length: far - edge + before + (tails[index] ?? 0) }
}

function down(index: number): Piece {
  const { from, length } = strandExtent(index)
  return { x: edge + index * step, y: from, width, height: length, color: index + 1, round: width / 2 }
}

function across(index: number): Piece {
  const { from, length } = strandExtent((index + 2) % 6)
  return { x: from, y: edge + index * step, width: length, height: width, color: index + 7, round: width / 2 }
}

/** Draws a piece of a strand in its colour, with the gradient that has the id `light` on top. */
function Ribbon({ piece, light }: { piece: Piece; light: string }) {
  const { color, round, ...box } = piece
  return (
    <>
      <rect {...box} rx={round} fill={`var(--aanschuif-strand-${color})`} />
      <rect {...box} rx={round} fill={`url(#${light})`} />
    </>
  )
}

/** Draws a crossing of two strands: the shadow on the lower strand, then the upper strand. */
function Crossing({ column, row }: { column: number; row: number }) {
  const x = edge + column * step
  const y = edge + row * step
  const downOver = (column + row) % 2 === 0
  return downOver ? (
    <>
      <rect x={x - 10} y={y} width={width + 20} height={width} fill="url(#vlecht-schaduw-opzij)" />
      <Ribbon
        piece={{ x, y: y - gap / 2, width, height: width + gap, color: column + 1 }}
        light="vlecht-licht-omlaag"
      />
    </>
  ) : (
    <>
      <rect x={x} y={y - 10} width={width} height={width + 20} fill="url(#vlecht-schaduw-omlaag)" />
      <Ribbon
        piece={{ x: x - gap / 2, y, width: width + gap, height: width, color: row + 7 }}
        light="vlecht-licht-opzij"
      />
    </>
  )
}

const light = [
  [0, '#000', 0.28],
  [0.07, '#000', 0.06],
  [0.22, '#fff', 0.16],
  [0.5, '#fff', 0.06],
  [0.85, '#000', 0.06],
  [1, '#000', 0.3],
] as const
const shadow = [
  [0, '#000', 0],
  [0.18, '#000', 0.45],
  [0.82, '#000', 0.45],
  [1, '#000', 0],
] as const

function Gradient(props: { id: string; along: 'x' | 'y'; stops: typeof light | typeof shadow }) {
  return (
    <linearGradient id={props.id} x1="0" y1="0" x2={props.along === 'x' ? 1 : 0} y2={props.along === 'y' ? 1 : 0}>
      {props.stops.map(([offset, color, opacity]) => (
        <stop key={offset} offset={offset} stopColor={color} stopOpacity={opacity} />
      ))}
    </linearGradient>
  )
}

/** Draws twelve woven strands as a decoration. */
export function Weave() {
  const size = far + edge
  return (
    <svg className={styles.weave} viewBox={`0 0 ${size} ${size}`} aria-hidden="true" focusable="false">
      <defs>
        <Gradient id="vlecht-licht-omlaag" along="x" stops={light} />
        <Gradient id="vlecht-licht-opzij" along="y" stops={light} />
        <Gradient id="vlecht-schaduw-opzij" along="x" stops={shadow} />
        <Gradient id="vlecht-schaduw-omlaag" along="y" stops={shadow} />
      </defs>
      {strands.map((index) => (
        <Ribbon key={index} piece={down(index)} light="vlecht-licht-omlaag" />
      ))}
      {strands.map((index) => (
        <Ribbon key={index} piece={across(index)} light="vlecht-licht-opzij" />
      ))}
      {strands.flatMap((column) =>
        strands.map((row) => <Crossing key={`${column}-${row}`} column={column} row={row} />),
      )}
    </svg>
  )
}
