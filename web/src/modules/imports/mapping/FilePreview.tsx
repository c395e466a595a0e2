import { TriangleAlert } from 'lucide-react'
import { useLanguage } from '../../../i18n/language.tsx'
import { useFormat } from '../../../persian/format.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Bidi } from '../../../ui/Bidi.tsx'
import { Card } from '../../../ui/Card.tsx'
import type { FileLook } from '../import.types.ts'
import { useMappingWords } from './messages.ts'

const shownRows = 6

/** The format that was found and the first rows, as they stand in the file. */
export function FilePreview({ preview }: { preview: FileLook }) {
  const words = useMappingWords()
  return (
    <Card
      flush
      title={
        <span className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 pe-1.5">
          {words.firstRows}
          <FormatFound preview={preview} />
        </span>
      }
    >
      {preview.failure && <Broken failure={preview.failure} />}
      {/* A table reads in the order of its own columns, whatever the language of the page. */}
      <div className="overflow-x-auto" dir={directionOf(preview)} role="region" aria-label={words.firstRows} tabIndex={0}>
        <table className="w-full border-separate border-spacing-0 text-small">
          <thead>
            <tr>
              {preview.columns.map((column) => (
                <ColumnHead key={column.name} column={column} />
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.rows.slice(0, shownRows).map((cells, index) => (
              <tr key={index}>
                {preview.columns.map((column, place) => (
                  <td key={column.name} className="max-w-56 truncate border-b border-line px-3 py-1.5 whitespace-nowrap text-muted">
                    <bdi>{cells[place]}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

/** Right to left where more columns than not are named in Persian or Arabic letters. */
function directionOf({ columns }: FileLook): 'rtl' | 'ltr' {
  const persian = columns.filter(({ name }) => /\p{Script=Arabic}/u.test(name)).length
  return persian * 2 > columns.length ? 'rtl' : 'ltr'
}

function ColumnHead({ column }: { column: FileLook['columns'][number] }) {
  const words = useMappingWords()
  const format = useFormat()
  return (
    <th scope="col" className="border-b border-line bg-sunken px-3 py-1.5 text-start font-medium whitespace-nowrap">
      <Bidi>{column.name}</Bidi>
      {column.emptyShare >= 0.005 && (
        <>
          {' '}
          <bdi className="ms-1.5 text-caption font-normal text-faint">{words.emptyShare(format.percent(column.emptyShare))}</bdi>
        </>
      )}
    </th>
  )
}

function FormatFound({ preview: { format: found, columns } }: { preview: FileLook }) {
  const words = useMappingWords()
  const format = useFormat()
  const said = [
    words.formatKinds[found.kind as keyof typeof words.formatKinds] ?? found.kind,
    found.encoding,
    found.delimiter && (words.delimiters[found.delimiter as keyof typeof words.delimiters] ?? found.delimiter),
    found.sheet,
    found.compressed ? words.gzip : null,
    found.kind === 'cards' ? words.withoutPictures : null,
    words.columnsCount(format.number(columns.length)),
  ].filter((word) => word !== null && word !== '')
  return (
    <span className="flex flex-wrap gap-1.5">
      {said.map((word) => (
        <Badge key={word}>
          <Bidi>{word}</Bidi>
        </Badge>
      ))}
    </span>
  )
}

function Broken({ failure }: { failure: NonNullable<FileLook['failure']> }) {
  const words = useMappingWords()
  const language = useLanguage()
  return (
    <div role="alert" className="flex gap-2.5 border-b border-line bg-caution-soft px-4 py-3">
      <TriangleAlert size={18} aria-hidden="true" className="mt-1 shrink-0 text-caution" />
      <div>
        <p className="font-medium text-caution">
          {words.brokenTitle}: {failure[language]}
        </p>
        <p className="text-small text-muted">{words.brokenKept}</p>
      </div>
    </div>
  )
}
