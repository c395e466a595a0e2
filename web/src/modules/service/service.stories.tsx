import { outcomes, priorities, requestStatuses } from '@parvandeh/contract'
import { useState } from 'react'
import type { Stories } from '../../kit/story.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Card } from '../../ui/Card.tsx'
import { DeskRow } from './desk/DeskRow.tsx'
import { AboutFields, ContactFields, TestField } from './form/DetailFields.tsx'
import { detailsOf, emptyDetails } from './form/details.ts'
import { NoRequests } from './list/NoRequests.tsx'
import { useServiceWords } from './messages.ts'
import { MomentField } from './MomentField.tsx'
import type { TypedMoment } from './moment.rules.ts'
import { Clocks } from './page/Clocks.tsx'
import { Conversation } from './page/Conversation.tsx'
import { Holdings } from './page/Holdings.tsx'
import { Path } from './page/Path.tsx'
import { RequestFacts } from './page/RequestFacts.tsx'
import { PriorityMark } from './PriorityMark.tsx'
import { importedRequest, newRequest, resolvedRequest } from './request.fixtures.ts'
import { RequestStatusBadge } from './RequestStatusBadge.tsx'

function Signs() {
  const words = useServiceWords()
  return (
    <div className="flex flex-wrap items-center gap-3">
      {requestStatuses.map((status) => (
        <RequestStatusBadge key={status} status={status} />
      ))}
      {priorities.map((priority) => (
        <PriorityMark key={priority} priority={priority} />
      ))}
      {outcomes.map((outcome) => (
        <Badge key={outcome}>{words.outcomes[outcome]}</Badge>
      ))}
    </div>
  )
}

/** Ended, running, and not recorded. */
const AllClocks = () => (
  <div className="grid gap-gap md:grid-cols-3">
    <Clocks request={resolvedRequest} />
    <Clocks request={newRequest} />
    <Clocks request={importedRequest} />
  </div>
)

const Conversations = () => (
  <div className="grid items-start gap-gap lg:grid-cols-2">
    <Conversation request={resolvedRequest} />
    <Conversation request={newRequest} />
  </div>
)

const Sides = () => (
  <div className="grid items-start gap-gap md:grid-cols-3">
    <RequestFacts request={resolvedRequest} />
    <Holdings request={resolvedRequest} />
    <Path request={resolvedRequest} />
  </div>
)

/** On a desk, and as narrow as a phone. */
const DeskRows = () => (
  <div className="grid items-start gap-gap md:grid-cols-[2fr_20rem]">
    {['wide', 'narrow'].map((width) => (
      <Card key={width} flush>
        <ul>
          <DeskRow row={resolvedRequest} />
          <DeskRow row={newRequest} />
        </ul>
      </Card>
    ))}
  </div>
)

const Nothing = () => (
  <div className="grid gap-gap md:grid-cols-2">
    {(['all', 'mine', 'queue', null] as const).map((preset) => (
      <Card key={preset} flush>
        <NoRequests preset={preset} isNarrowed={preset === null} queue={{ holderId: 'nobody' }} onClear={() => {}} />
      </Card>
    ))}
  </div>
)

/** Filled in, and asked while still empty. */
function Forms() {
  const [filled, setFilled] = useState(detailsOf(resolvedRequest))
  const [moment, setMoment] = useState<TypedMoment>({ day: '2099-01-01', time: '10:00' })
  return (
    <div className="grid items-start gap-gap md:grid-cols-2">
      <Card>
        <div className="flex flex-col gap-4">
          <AboutFields details={filled} onChange={(some) => setFilled({ ...filled, ...some })} problems={{}} isAsked />
          <ContactFields details={filled} onChange={(some) => setFilled({ ...filled, ...some })} problems={{}} />
        </div>
      </Card>
      <Card>
        <div className="flex flex-col gap-4">
          <AboutFields details={emptyDetails} onChange={() => {}} problems={{}} isAsked />
          <MomentField label="…" value={moment} onChange={setMoment} isAsked />
          <TestField details={emptyDetails} onChange={() => {}} />
        </div>
      </Card>
    </div>
  )
}

export const stories: Stories = {
  signs: Signs,
  clocks: AllClocks,
  conversations: Conversations,
  sides: Sides,
  deskRows: DeskRows,
  nothing: Nothing,
  forms: Forms,
}
