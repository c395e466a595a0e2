const bytesOnly = 'application/octet-stream'

/** Text that a browser, a shell or an office program would run when it is opened. */
const runnable = new Set(
  'bat cmd com cjs css desktop eml hta htm html jar js jse jsp lnk mht mhtml mjs php pl ps1 psm1 py rb reg scr sh svg svgz url vb vbe vbs wsf wsh xht xhtml xml xsl xslt'.split(
    ' ',
  ),
)

const markup =
  /<(?:!doctype|\?xml|\/?(?:html|head|body|script|iframe|frame|object|embed|svg|math|meta|link|style|base|form|img|video|audio|a)\b)/iu
const controls = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/u

/**
 * The type of a content that no signature gives away, from its decoded head: plain text in its encoding, or
 * bytes. Whatever looks like markup, names an interpreter, or is named like something that runs, is bytes.
 */
export function typeOfText(head: string, encoding: string, fileName: string): string {
  const extension = /\.([^.]*)$/u.exec(fileName.toLowerCase().trim())?.[1] ?? ''
  if (controls.test(head) || head.startsWith('#!') || markup.test(head) || runnable.has(extension)) return bytesOnly
  return `text/plain; charset=${encoding}`
}
