import { useMay } from '../api/session.ts'
import { DeskPage } from '../modules/service/desk/DeskPage.tsx'
import { NothingGrantedPage } from '../shell/failed-pages.tsx'
import { commands } from './commands.ts'

/** The desk, with what may be done from anywhere at hand; whoever may do nothing yet is told so. */
export function Start() {
  return useMay()('service.read') ? <DeskPage commands={commands} /> : <NothingGrantedPage />
}
