import { useState } from 'react'
import { type Stories, useSay } from '../../../kit/story.ts'
import { DoubtNote } from './Doubted.tsx'
import type { Doubt } from './doubts.ts'

function Note({ doubt, given }: { doubt: Doubt; given?: string }) {
  const [reason, setReason] = useState(given)
  return <DoubtNote doubts={[doubt]} reason={reason} onReason={setReason} onSuggestion={() => {}} />
}

function Doubts() {
  const say = useSay()
  const dropped = {
    field: 'nationalCode',
    problem: 'leading-zeros-dropped',
    message: say('گویا صفرهای آغاز آن افتاده است.', 'Its leading zeros seem to have been dropped.'),
    suggestion: '0079964810',
  }
  const twice = {
    field: 'nationalCode',
    problem: 'in-another-file',
    message: say('در پروندهٔ ۱۰۰۱ هم ثبت شده است.', 'It is also in file 1001.'),
    suggestion: null,
  }
  const short = { field: 'points.a', problem: 'too-short', message: say('شماره کوتاه است.', 'The number is too short.'), suggestion: null }
  return (
    <div className="grid items-start gap-4 sm:grid-cols-3">
      <Note doubt={dropped} />
      <Note doubt={twice} />
      <Note doubt={short} given={say('مشتری همین را گفت', 'The customer said so')} />
    </div>
  )
}

export const stories: Stories = { doubts: Doubts }
