const storageKey = 'parvandeh.desktop-notices'

/** Whether this browser can show notices outside of the page, may, was refused, or was not asked. */
export function desktopState(): 'absent' | 'off' | 'on' | 'refused' {
  if (!('Notification' in globalThis)) return 'absent'
  if (Notification.permission === 'denied') return 'refused'
  return Notification.permission === 'granted' && read() ? 'on' : 'off'
}

/** Storage may be refused; then nothing is shown, as before it was asked for. */
function read(): boolean {
  try {
    return localStorage.getItem(storageKey) === 'on'
  } catch {
    return false
  }
}

/** Switches them on or off in this browser; to switch on, the browser asks the person. */
export async function setDesktop(on: boolean): Promise<void> {
  if (on) await Notification.requestPermission()
  try {
    localStorage.setItem(storageKey, on ? 'on' : 'off')
  } catch {
    // Then it stays off.
  }
}

/** Shows a notice outside of the page, if this browser was asked to and the page is not looked at anyway. */
export function showOnDesktop(id: string, text: string, detail: string, href: string | undefined): void {
  if (desktopState() !== 'on' || document.visibilityState === 'visible') return
  // By its tag, several windows of one person show it once.
  const shown = new Notification(text, { body: detail, tag: id })
  shown.onclick = () => {
    window.focus()
    if (href) window.location.assign(href)
  }
}
