import { Building2, User } from 'lucide-react'
import type { Ref } from 'react'
import { classes } from '../../../ui/classes.ts'
import type { Graph } from './GraphList.tsx'
import type { Placed } from './layout.rules.ts'
import { useRelationWords } from './messages.ts'

interface FilePlaceProps {
  node: Graph['nodes'][number]
  place: Placed | undefined
  isActive: boolean
  elementRef: Ref<SVGGElement>
  onFocus: () => void
  onOpen: () => void
  onCentre: () => void
}

const longestName = 22
const shortened = (name: string): string => (name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name)

/** A file in the graph: its kind as a shape and an icon, its name under it, a plus where it has more around it. */
export function FilePlace({ node, place, isActive, elementRef, onFocus, onOpen, onCentre }: FilePlaceProps) {
  const words = useRelationWords()
  if (!place) return null
  const isCentre = node.step === 0
  const radius = isCentre ? 26 : 20
  const Icon = node.kind === 'person' ? User : Building2
  const told = [
    node.kind === 'person' ? words.person : words.organisation,
    ...(isCentre ? [words.centre] : []),
    ...(node.more ? [words.hasMore] : []),
  ]
  const shape = classes(
    isCentre ? 'fill-accent stroke-accent' : 'fill-raised stroke-line-strong group-hover:stroke-accent',
    isActive && 'stroke-accent! [stroke-width:3px]',
  )
  return (
    <g
      ref={elementRef}
      role="link"
      tabIndex={isActive ? 0 : -1}
      aria-label={words.nodeLabel(node.displayName, told.join(' · '))}
      transform={`translate(${place.x} ${place.y})`}
      onFocus={onFocus}
      onClick={onOpen}
      className="group cursor-pointer outline-none"
    >
      <title>{node.displayName}</title>
      {node.kind === 'person' ? (
        <circle r={radius} strokeWidth={1.5} className={shape} />
      ) : (
        <rect x={-radius} y={-radius} width={radius * 2} height={radius * 2} rx={7} strokeWidth={1.5} className={shape} />
      )}
      <Icon x={-9} y={-9} size={18} aria-hidden="true" className={isCentre ? 'text-on-accent' : 'text-muted'} />
      <text
        y={radius + 17}
        textAnchor="middle"
        direction="rtl"
        className={classes('fill-text text-[13px] [paint-order:stroke] [stroke-width:5px] stroke-surface', isCentre && 'font-semibold')}
      >
        {shortened(node.displayName)}
      </text>
      {!isCentre && node.more && (
        <g
          transform={`translate(${radius - 3} ${-radius + 3})`}
          onClick={(event) => {
            event.stopPropagation()
            onCentre()
          }}
        >
          <title>{words.expand}</title>
          <circle r={10} className="fill-accent-soft stroke-accent" />
          <path d="M-4 0h8M0-4v8" strokeWidth={1.75} className="stroke-accent-text" />
        </g>
      )}
    </g>
  )
}
