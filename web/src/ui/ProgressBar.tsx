import { Label, ProgressBar as AriaProgressBar } from 'react-aria-components'
import { useFormat } from '../persian/format.ts'

interface ProgressBarProps {
  label: string
  /** Share done, 0 to 1; null where the size of the work is not known. */
  share: number | null
  /** What is said beside the bar instead of a percentage: «۱۲٬۰۰۰ از ۲۱٬۳۴۸ سطر». */
  value?: string
}

/** How far a long work has come. */
export function ProgressBar({ label, share, value }: ProgressBarProps) {
  const format = useFormat()
  const said = value ?? (share === null ? '' : format.percent(share))
  return (
    <AriaProgressBar value={share ?? 0} maxValue={1} isIndeterminate={share === null} valueLabel={said} className="flex flex-col gap-1.5">
      <div className="flex justify-between gap-3 text-small">
        <Label className="text-muted">{label}</Label>
        <span className="font-medium">{said}</span>
      </div>
      <div className="relative h-1.5 overflow-hidden rounded-full bg-pressed">
        {share === null ? (
          <div className="absolute inset-y-0 w-2/5 animate-[travel_1.2s_linear_infinite] rounded-full bg-accent" />
        ) : (
          <div
            className="h-full rounded-full bg-accent transition-[width] duration-150"
            style={{ inlineSize: `${Math.min(1, Math.max(0, share)) * 100}%` }}
          />
        )}
      </div>
    </AriaProgressBar>
  )
}
