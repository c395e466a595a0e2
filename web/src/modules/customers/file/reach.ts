import type { CustomerFile } from './fixed-facts.ts'

export type Point = CustomerFile['accessPoints'][number]

const profiles: Partial<Record<NonNullable<Point['network']>, string>> = {
  telegram: 'https://t.me/',
  whatsapp: 'https://wa.me/',
  bale: 'https://ble.ir/',
  eitaa: 'https://eitaa.com/',
  rubika: 'https://rubika.ir/',
  soroush: 'https://splus.ir/',
  igap: 'https://profile.igap.net/',
  instagram: 'https://www.instagram.com/',
  linkedin: 'https://www.linkedin.com/in/',
  x: 'https://x.com/',
  facebook: 'https://www.facebook.com/',
  aparat: 'https://www.aparat.com/',
}

/** Where a press leads: a call, a letter, a page, a profile; an address is only read. */
export function hrefOf({ kind, value, network }: Pick<Point, 'kind' | 'value'> & Partial<Pick<Point, 'network'>>): string | undefined {
  if (kind === 'mobile' || kind === 'phone') return `tel:${value.replaceAll(/[^\d+]/g, '')}`
  if (kind === 'email') return `mailto:${encodeURIComponent(value).replaceAll('%40', '@')}`
  if (kind === 'website') return /^https?:\/\//i.test(value) ? value : `https://${value}`
  if (kind === 'social') return profileOf(value, network ?? null)
  return undefined
}

/** A name on a network leads to its profile; of WhatsApp the name is a number. */
function profileOf(value: string, network: Point['network']): string | undefined {
  if (/^https?:\/\//i.test(value)) return value
  const base = network === null ? undefined : profiles[network]
  const name = network === 'whatsapp' ? value.replaceAll(/\D/g, '').replace(/^0(?=9)/, '98') : value.trim().replace(/^@/, '')
  return base === undefined || name === '' || /\s/.test(name) ? undefined : base + encodeURIComponent(name)
}

/** The number to call first: the main one, else a mobile, else any. */
export function mainPhoneOf(points: CustomerFile['accessPoints']): Point | undefined {
  const callable = points.filter(({ kind }) => kind === 'mobile' || kind === 'phone')
  return callable.find(({ primary }) => primary) ?? callable.find(({ kind }) => kind === 'mobile') ?? callable[0]
}

/** Where a message is written first: the main account of a messenger, else a text message to a mobile. */
export function messageHrefOf(points: CustomerFile['accessPoints']): string | undefined {
  const social = points.find((point) => point.kind === 'social' && point.primary) ?? points.find(({ kind }) => kind === 'social')
  const mobiles = points.filter(({ kind }) => kind === 'mobile')
  const mobile = mobiles.find(({ primary }) => primary) ?? mobiles[0]
  if (social?.primary) return hrefOf(social)
  if (mobile) return `sms:${mobile.value.replaceAll(/[^\d+]/g, '')}`
  return social && hrefOf(social)
}
