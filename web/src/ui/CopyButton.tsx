import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { IconButton } from './IconButton.tsx'
import { useUiWords } from './messages.ts'

/** Copies a number or a code as it should be pasted elsewhere, which may differ from how it is shown. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const words = useUiWords()
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 1600)
    return () => clearTimeout(timer)
  }, [copied])
  // Over plain http on a network address browsers withhold the clipboard; then there is nothing to offer.
  if (!('clipboard' in navigator)) return null
  return (
    <IconButton
      size="small"
      label={copied ? words.copied : label}
      icon={copied ? <Check size={15} className="text-positive" /> : <Copy size={15} />}
      onPress={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
    />
  )
}
