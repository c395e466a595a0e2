import { useNavigate, useSearch } from '@tanstack/react-router'
import { FileWordsPage } from '../../modules/administration/filewords/FileWordsPage.tsx'

/** The words of the file, with the open tab in the address. */
export function FileWords() {
  const { tab = 'tags' } = useSearch({ from: '/app/settings/file-words' })
  const navigate = useNavigate()
  return (
    <FileWordsPage
      tab={tab}
      onTab={(next) => void navigate({ to: '/settings/file-words', search: next === 'tags' ? {} : { tab: next }, replace: true })}
    />
  )
}
