import type { NameByLocale } from './phone-facts.ts'

interface Bank extends NameByLocale {
  /** Digits 5 to 7 of the Sheba, as the central bank gives them out. */
  sheba?: string
  /** First six digits of its cards; some banks, and those merged into others, have several. */
  cards: readonly string[]
}

/** Banks and credit institutions of Iran; numbers of those that were merged into another go on under its name. */
const banks: readonly Bank[] = [
  { fa: 'بانک مرکزی', en: 'Central Bank', sheba: '010', cards: ['636795'] },
  { fa: 'بانک صنعت و معدن', en: 'Bank of Industry and Mine', sheba: '011', cards: ['627961'] },
  { fa: 'بانک ملت', en: 'Bank Mellat', sheba: '012', cards: ['610433', '991975'] },
  { fa: 'بانک رفاه کارگران', en: 'Refah Bank', sheba: '013', cards: ['589463'] },
  { fa: 'بانک مسکن', en: 'Bank Maskan', sheba: '014', cards: ['628023'] },
  { fa: 'بانک سپه', en: 'Bank Sepah', sheba: '015', cards: ['589210'] },
  { fa: 'بانک کشاورزی', en: 'Bank Keshavarzi', sheba: '016', cards: ['603770', '639217'] },
  { fa: 'بانک ملی ایران', en: 'Bank Melli Iran', sheba: '017', cards: ['603799'] },
  { fa: 'بانک تجارت', en: 'Tejarat Bank', sheba: '018', cards: ['627353', '585983'] },
  { fa: 'بانک صادرات ایران', en: 'Bank Saderat Iran', sheba: '019', cards: ['603769'] },
  { fa: 'بانک توسعهٔ صادرات', en: 'Export Development Bank', sheba: '020', cards: ['627648', '207177'] },
  { fa: 'پست بانک ایران', en: 'Post Bank of Iran', sheba: '021', cards: ['627760'] },
  { fa: 'بانک توسعهٔ تعاون', en: 'Tose’e Ta’avon Bank', sheba: '022', cards: ['502908'] },
  { fa: 'بانک کارآفرین', en: 'Karafarin Bank', sheba: '053', cards: ['627488', '502910'] },
  { fa: 'بانک پارسیان', en: 'Parsian Bank', sheba: '054', cards: ['622106', '639194', '627884'] },
  { fa: 'بانک اقتصاد نوین', en: 'EN Bank', sheba: '055', cards: ['627412'] },
  { fa: 'بانک سامان', en: 'Saman Bank', sheba: '056', cards: ['621986'] },
  { fa: 'بانک پاسارگاد', en: 'Bank Pasargad', sheba: '057', cards: ['502229', '639347'] },
  { fa: 'بانک سرمایه', en: 'Sarmayeh Bank', sheba: '058', cards: ['639607'] },
  { fa: 'بانک سینا', en: 'Sina Bank', sheba: '059', cards: ['639346'] },
  { fa: 'بانک قرض‌الحسنه مهر ایران', en: 'Mehr Iran Bank', sheba: '060', cards: ['606373'] },
  { fa: 'بانک شهر', en: 'City Bank', sheba: '061', cards: ['502806', '504706'] },
  { fa: 'بانک آینده', en: 'Ayandeh Bank', sheba: '062', cards: ['636214'] },
  { fa: 'بانک انصار', en: 'Ansar Bank', sheba: '063', cards: ['627381'] },
  { fa: 'بانک گردشگری', en: 'Tourism Bank', sheba: '064', cards: ['505416'] },
  { fa: 'بانک حکمت ایرانیان', en: 'Hekmat Iranian Bank', sheba: '065', cards: ['636949'] },
  { fa: 'بانک دی', en: 'Day Bank', sheba: '066', cards: ['502938'] },
  { fa: 'بانک ایران زمین', en: 'Iran Zamin Bank', sheba: '069', cards: ['505785'] },
  { fa: 'بانک قرض‌الحسنه رسالت', en: 'Resalat Bank', sheba: '070', cards: ['504172'] },
  { fa: 'مؤسسهٔ اعتباری کوثر', en: 'Kosar Credit Institution', sheba: '073', cards: ['505801'] },
  { fa: 'مؤسسهٔ اعتباری ملل', en: 'Melal Credit Institution', sheba: '075', cards: ['606256'] },
  { fa: 'بانک خاورمیانه', en: 'Middle East Bank', sheba: '078', cards: ['585947', '505809'] },
  { fa: 'مؤسسهٔ اعتباری نور', en: 'Noor Credit Institution', sheba: '080', cards: ['507677'] },
  { fa: 'بانک مهر اقتصاد', en: 'Mehr Eqtesad Bank', sheba: '079', cards: ['639370'] },
  { fa: 'بانک قوامین', en: 'Ghavamin Bank', sheba: '052', cards: ['639599'] },
  { fa: 'بانک مشترک ایران و ونزوئلا', en: 'Iran–Venezuela Bank', sheba: '095', cards: ['581874'] },
]

const bySheba = new Map(banks.flatMap((bank) => (bank.sheba === undefined ? [] : [[bank.sheba, bank] as const])))
const byCard = new Map(banks.flatMap((bank) => bank.cards.map((head) => [head, bank] as const)))
const namesOf = (bank: Bank | undefined): NameByLocale | undefined => bank && { fa: bank.fa, en: bank.en }

/** The bank of a Sheba in ASCII (`IR` and digits), by the three digits after the check digits; undefined when not known. */
export const bankOfSheba = (sheba: string): NameByLocale | undefined => namesOf(bySheba.get(/^IR\d{2}(\d{3})/.exec(sheba)?.[1] ?? ''))

/** The bank that gave out a card, by the first six of its digits in ASCII; undefined when not known. */
export const bankOfCard = (card: string): NameByLocale | undefined => namesOf(byCard.get(card.slice(0, 6)))

/** A number of which only the last four digits may be seen, in groups of four: `•••• 1234`. */
export function lastFour(value: string): string {
  const digits = value.replaceAll(/\D/g, '')
  return digits.length > 4 ? `•••• ${digits.slice(-4)}` : '••••'
}
