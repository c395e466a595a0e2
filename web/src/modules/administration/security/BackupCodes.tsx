import { Download, Printer } from 'lucide-react'
import { useSession } from '../../../api/session.ts'
import { Bidi } from '../../../ui/Bidi.tsx'
import { Button } from '../../../ui/Button.tsx'
import { CopyButton } from '../../../ui/CopyButton.tsx'
import { useSecurityWords } from './messages.ts'

/** The codes for a day without the phone, to be kept on paper or in a file: they are shown this once. */
export function BackupCodes({ codes }: { codes: readonly string[] }) {
  const words = useSecurityWords()
  const { organisation } = useSession()
  const text = `${words.fileHead(organisation?.name ?? '')}\n\n${codes.join('\n')}\n`
  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted">{words.backupText}</p>
      <ul dir="ltr" className="grid grid-cols-2 gap-x-6 gap-y-1.5 rounded-control border border-line bg-sunken px-4 py-3 text-center">
        {codes.map((code) => (
          <li key={code}>
            <Bidi ltr className="font-mono select-all">
              {code}
            </Bidi>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-2">
        <Button size="small" icon={<Download size={15} />} onPress={() => saveText(`${words.fileName}.txt`, text)}>
          {words.download}
        </Button>
        <Button size="small" icon={<Printer size={15} />} onPress={() => printText(text)}>
          {words.print}
        </Button>
        <CopyButton text={codes.join('\n')} label={words.copyCodes} />
      </div>
    </div>
  )
}

function saveText(name: string, text: string) {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  URL.revokeObjectURL(address)
}

/** On a page of its own, so that nothing else of the screen is printed along. */
function printText(text: string) {
  const page = window.open('', '_blank', 'width=480,height=640')
  if (!page) return
  const body = page.document.createElement('pre')
  body.dir = 'auto'
  body.textContent = text
  page.document.body.append(body)
  page.print()
}
