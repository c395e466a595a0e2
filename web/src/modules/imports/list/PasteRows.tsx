import { ClipboardPaste } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { TextArea } from '../../../ui/TextField.tsx'
import { useCustomerImportWords } from '../customers/messages.ts'

/** Rows copied out of a spreadsheet, taken as a file. */
export function PasteRows({ onFile }: { onFile: (file: File) => void }) {
  const words = useCustomerImportWords()
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState('')
  const take = () => {
    setOpen(false)
    onFile(new File([text], words.pastedName, { type: 'text/csv' }))
    setText('')
  }
  return (
    <>
      <Button icon={<ClipboardPaste size={16} />} onPress={() => setOpen(true)}>
        {words.paste}
      </Button>
      <Dialog
        title={words.paste}
        size="large"
        isOpen={isOpen}
        onOpenChange={setOpen}
        renderActions={() => (
          <Button variant="primary" isDisabled={text.trim() === ''} onPress={take}>
            {words.pasteTake}
          </Button>
        )}
      >
        <TextArea label={words.pasteLabel} rows={8} value={text} onChange={setText} autoFocus />
      </Dialog>
    </>
  )
}
