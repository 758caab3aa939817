import { readFileSync } from 'node:fs'

/** A shape of a map: the point in its middle and its size. */
export interface Area {
  readonly lat: number
  readonly lon: number
  readonly squareKm: number
}

interface Topology {
  readonly transform: { readonly scale: [number, number]; readonly translate: [number, number] }
  readonly arcs: readonly (readonly [number, number][])[]
  readonly objects: Record<string, { readonly geometries: readonly Geometry[] }>
}
interface Geometry {
  readonly id?: string
  readonly type: string
  readonly arcs?: readonly unknown[]
}

/** The middle and the size of each shape of one object of a TopoJSON file, by the shape's id. */
export function areasOfTopology(file: string, object: string): Map<string, Area> {
  const topology: Topology = JSON.parse(readFileSync(file, 'utf8'))
  const arcs = topology.arcs.map((arc) => {
    let [x, y] = [0, 0]
    return arc.map(([dx, dy]): [number, number] => {
      x += dx
      y += dy
      const { scale, translate } = topology.transform
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]]
    })
  })
  const ringOf = (indices: readonly number[]): [number, number][] =>
    indices.flatMap((index) => (index < 0 ? arcs[~index].toReversed() : arcs[index]))
  const areas = new Map<string, Area>()
  for (const { id, type, arcs: pieces } of topology.objects[object].geometries) {
    if (id === undefined || pieces === undefined) continue
    const polygons = (type === 'Polygon' ? [pieces] : pieces) as number[][][]
    // Outer rings only: a lake inside does not move the middle by much.
    areas.set(id, middleOf(polygons.map(([outer]) => ringOf(outer))))
  }
  return areas
}

/** Area-weighted middle on the plane of degrees, its size with the degrees of longitude shrunk at that latitude. */
function middleOf(rings: readonly [number, number][][]): Area {
  let [sum, x, y, size] = [0, 0, 0, 0]
  for (const ring of rings) {
    let [area, cx, cy] = [0, 0, 0]
    for (let i = 0; i < ring.length; i++) {
      const [x0, y0] = ring[i]
      const [x1, y1] = ring[(i + 1) % ring.length]
      const cross = x0 * y1 - x1 * y0
      area += cross / 2
      cx += ((x0 + x1) * cross) / 6
      cy += ((y0 + y1) * cross) / 6
    }
    if (area === 0) continue
    sum += Math.abs(area)
    x += (cx / area) * Math.abs(area)
    y += (cy / area) * Math.abs(area)
    size += Math.abs(area) * Math.cos(((cy / area) * Math.PI) / 180) * 111.2 ** 2
  }
  return { lat: y / sum, lon: x / sum, squareKm: size }
}
