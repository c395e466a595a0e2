import { useNavigate } from '@tanstack/react-router'
import { useMay } from '../api/session.ts'
import { CallerField } from '../modules/customers/search/CallerField.tsx'
import { DeskPage } from '../modules/service/desk/DeskPage.tsx'
import { NothingGrantedPage } from '../shell/failed-pages.tsx'
import { commands } from './commands.ts'

/** The desk, with what may be done from anywhere at hand; whoever may do nothing yet is told so. */
export function Start() {
  const may = useMay()
  const mayLog = may('customers.read') && may('interactions.write')
  return may('service.read') ? <DeskPage commands={commands} caller={mayLog && <Caller />} /> : <NothingGrantedPage />
}

/** Leads to the caller's file with the form for the call open; a number of nobody leads to a new file. */
function Caller() {
  const navigate = useNavigate()
  return <CallerField onChosen={(href) => void navigate({ href: href.includes('?') ? href : `${href}?log=call` })} />
}
