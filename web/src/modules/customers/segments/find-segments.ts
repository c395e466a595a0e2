import { call } from '../../../api/call.ts'
import { foldJoined } from '@parvandeh/contract/persian'
import { segmentRoutes } from '@parvandeh/contract'
import { preferences } from '../../../i18n/preferences.ts'
import { useSegmentWords } from './messages.ts'

/** Segments by their names, for the palette. */
export async function findSegments(typed: string, signal: AbortSignal) {
  const { segments } = await call(segmentRoutes.list, {}, signal)
  const { kinds } = useSegmentWords.in(preferences().language)
  const sought = foldJoined(typed)
  return segments
    .filter(({ name }) => sought !== '' && foldJoined(name).includes(sought))
    .slice(0, 6)
    .map(({ id, name, kind }) => ({ id: `segment-${id}`, label: name, hint: kinds[kind], href: `/segments/${id}` }))
}
