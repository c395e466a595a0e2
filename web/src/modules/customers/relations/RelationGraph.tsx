import { type KeyboardEvent, useRef, useState } from 'react'
import { classes } from '../../../ui/classes.ts'
import { FilePlace } from './FilePlace.tsx'
import type { Graph } from './GraphList.tsx'
import { useKinds } from './kinds.ts'
import { type Direction, nearestIn, type Placed, placeInRings } from './layout.rules.ts'
import { useRelationWords } from './messages.ts'

interface RelationGraphProps {
  graph: Graph
  onOpen: (customerId: string) => void
  /** Puts a file into the middle, with its own relations around it. */
  onCentre: (customerId: string) => void
}

const margin = { x: 110, y: 60 }
const leastScale = 0.85
const arrows: Record<string, Direction> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' }

/** Files as places and relations as lines between them; walked by the arrow keys, opened by Enter or a press. */
export function RelationGraph({ graph, onOpen, onCentre }: RelationGraphProps) {
  const words = useRelationWords()
  const placed = placeInRings(graph)
  const byId = new Map(placed.map((place) => [place.id, place]))
  const box = boxOf(placed)
  const [active, setActive] = useState(placed[0]?.id ?? '')
  const elements = useRef(new Map<string, SVGGElement>())
  const walk = (event: KeyboardEvent) => {
    const [from, direction] = [byId.get(active), arrows[event.key]]
    if (!from) return
    if (event.key === 'Enter' || event.key === ' ') onOpen(from.id)
    else if (event.code === 'KeyE') onCentre(from.id)
    else if (direction) elements.current.get((nearestIn(direction, from, placed) ?? from).id)?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // The drawing does not turn with the language: its places are places.
    <div ref={showMiddle} dir="ltr" className="max-h-[75vh] overflow-auto rounded-card border border-line bg-surface">
      <svg
        role="group"
        aria-label={words.graphLabel}
        viewBox={`${box.left} ${box.top} ${box.width} ${box.height}`}
        onKeyDown={walk}
        // So large that names can be read, however many files there are; what does not fit is scrolled to.
        style={{ minInlineSize: box.width * leastScale, minBlockSize: box.height * leastScale }}
        className="mx-auto block h-[min(60vh,40rem)] w-full"
      >
        <Lines graph={graph} byId={byId} active={active} />
        {graph.nodes.map((node) => (
          <FilePlace
            key={node.customerId}
            node={node}
            place={byId.get(node.customerId)}
            isActive={node.customerId === active}
            elementRef={(element) => {
              if (element) elements.current.set(node.customerId, element)
              else elements.current.delete(node.customerId)
            }}
            onFocus={() => setActive(node.customerId)}
            onOpen={() => onOpen(node.customerId)}
            onCentre={() => onCentre(node.customerId)}
          />
        ))}
      </svg>
    </div>
  )
}

/** The box around all places, with room for their labels. */
function boxOf(placed: readonly Placed[]) {
  const [xs, ys] = [placed.map(({ x }) => x), placed.map(({ y }) => y)]
  const [left, top] = [Math.min(0, ...xs) - margin.x, Math.min(0, ...ys) - margin.y]
  return { left, top, width: Math.max(0, ...xs) + margin.x - left, height: Math.max(0, ...ys) + margin.y - top }
}

/** Scrolls to the file in the middle where the drawing is larger than its frame. */
function showMiddle(frame: HTMLDivElement | null) {
  if (!frame) return
  frame.scrollLeft = (frame.scrollWidth - frame.clientWidth) / 2
  frame.scrollTop = (frame.scrollHeight - frame.clientHeight) / 2
}

function Lines({ graph, byId, active }: { graph: Graph; byId: ReadonlyMap<string, Placed>; active: string }) {
  const { acrossName } = useKinds()
  const [centre] = graph.nodes
  return graph.edges.map(({ id, kindId, from, to, ended }) => {
    const [a, b] = [byId.get(from), byId.get(to)]
    if (!a || !b) return null
    const isNear = from === active || to === active
    // Seen from the middle, the name is that of the one farther out.
    const name = acrossName(kindId, to === centre?.customerId ? 'b' : 'a')
    return (
      <g key={id} className={isNear ? 'text-accent-text' : 'text-line-strong'}>
        <line
          x1={a.x}
          y1={a.y}
          x2={b.x}
          y2={b.y}
          stroke="currentColor"
          strokeWidth={isNear ? 2 : 1.25}
          strokeDasharray={ended ? '5 5' : undefined}
        />
        <text
          x={(a.x + b.x) / 2}
          y={(a.y + b.y) / 2 - 5}
          textAnchor="middle"
          direction="rtl"
          className={classes('fill-muted text-[12px] [paint-order:stroke] [stroke-width:5px] stroke-surface', isNear && 'font-medium')}
        >
          {name}
        </text>
      </g>
    )
  })
}
