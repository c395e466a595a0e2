import { chanceOf } from '../demo/generate/chance.ts'
import type { Chance } from '../demo/generate/chance.ts'
import { clerkOf } from './labelled-clerks.ts'
import type { TrueCustomer, Written } from './labelled-clerks.ts'

/** A file with what is true of it: whose it is, and of which household or house of business that customer is. */
export interface LabelledFile extends Written {
  customer: number
  house: number
  role: TrueCustomer['role']
}

const men =
  'امیر پدرام آرش کیوان محمد علی حسین رضا حسن مهدی محمدرضا علی‌رضا سعید حمید ناصر بهزاد شاپور ایرج هوتن ماهور رادمان محمدعلی سیاوش عباس یاور مرتضی مجتبی ابوالفضل عبدالله غلام‌رضا'
const women = 'فاطمه زهرا مریم نسیم آتوسا پریسا لیلا سمیه معصومه مهری گلرخ طوبی رخساره نازنین ماهرخ شیدا صدف اعظم طاهره حوریه عطیه ثنا'
const families =
  'محمدی احمدی رضایی حسینی کریمی موسوی جعفری صادقی عباسی طباطبایی قاسمی غفاری حیدری صالحی ذوالفقاری نورمحمدی پورعباس کلهر گلزار شاه‌حسینی حاجی‌زاده ملک‌پور سنگ‌تراش رضوانی‌فر اعتمادی مظاهری ظریف عظیمی شمشیری باغبان‌باشی زرین‌کوب آذرنوش کوهستانی دریابندری سپهوند بهمئی الماسی خوش‌نویس'
const houses = 'آفتاب نگین سپید البرز کاوشگران طلوع پارسیان آتیه زمرد ماهان روشن‌گستر پیشتاز'
const trades = 'صنعت تجارت پخش دارو گستر فولاد الکترونیک غذا راه سازه کشاورزی چاپ'
const streets = 'گلستان بهار آزادی شهید‌بهشتی سعدی حافظ مولوی فردوسی دانشگاه نیلوفر شقایق امام جمهوری بوستان'
const words = (text: string): string[] => text.split(' ')

/** Code of a person whose check digit fits, as nobody's as can be. */
function nationalCodeOf(chance: Chance): string {
  const nine = String(chance.whole(1_000_000, 899_999_999)).padStart(9, '0')
  const sum = [...nine].reduce((total, digit, place) => total + Number(digit) * (10 - place), 0) % 11
  return `${nine}${sum < 2 ? sum : 11 - sum}`
}

const digits = (chance: Chance, count: number): string => Array.from({ length: count }, () => chance.whole(0, 9)).join('')
const mobileOf = (chance: Chance): string => `09${chance.pick(['12', '35', '19', '01', '22'])}${digits(chance, 7)}`
const landlineOf = (chance: Chance): string => `0${chance.pick(['21', '71', '31', '41'])}${chance.whole(2, 8)}${digits(chance, 7)}`
const dayOf = (chance: Chance, from: number, to: number): string =>
  `${chance.whole(from, to)}-${String(chance.whole(1, 12)).padStart(2, '0')}-${String(chance.whole(1, 28)).padStart(2, '0')}`

interface Home {
  family: string
  landline: string
  street: string
  postalCode: string
  cityId: number
}

function homeOf(chance: Chance): Home {
  return {
    family: chance.happens(0.75)
      ? chance.pick(words(families))
      : `${chance.pick(words(families))}‌${chance.pick(['نژاد', 'فر', 'پور', 'اصل'])}`,
    landline: landlineOf(chance),
    street: `خیابان ${chance.pick(words(streets))}، کوچهٔ ${chance.pick(words(streets))} ${chance.whole(1, 30)}، پلاک ${chance.whole(1, 200)}`,
    postalCode: `1${digits(chance, 9)}`,
    cityId: chance.happens(0.5) ? 1 : chance.whole(2, 40),
  }
}

type Born = Pick<TrueCustomer, 'first' | 'father' | 'birthDate' | 'gender' | 'role'>

const personIn = (chance: Chance, home: Home, born: Born, mobile: string): TrueCustomer => ({
  ...born,
  kind: 'person',
  last: home.family,
  organisation: null,
  code: nationalCodeOf(chance),
  mobile,
  landline: home.landline,
  email: chance.happens(0.5) ? `u${chance.whole(1000, 9_999_999)}@example.com` : null,
  street: home.street,
  postalCode: home.postalCode,
  cityId: home.cityId,
})

/** A household: somebody alone, or parents with children, twins among them, of whom some answer the same telephone. */
function household(chance: Chance): TrueCustomer[] {
  const home = homeOf(chance)
  const own = mobileOf(chance)
  const head: Born = {
    first: chance.pick(words(men)),
    father: chance.pick(words(men)),
    birthDate: dayOf(chance, 1945, 1985),
    gender: 'male',
    role: 'father',
  }
  if (chance.happens(0.55)) {
    const isWoman = chance.happens(0.5)
    return [
      personIn(
        chance,
        home,
        { ...head, first: chance.pick(words(isWoman ? women : men)), gender: isWoman ? 'female' : 'male', role: 'alone' },
        own,
      ),
    ]
  }
  const shared = () => (chance.happens(0.55) ? own : mobileOf(chance))
  const wife = {
    ...personIn(
      chance,
      { ...home, family: chance.pick(words(families)) },
      { ...head, first: chance.pick(words(women)), gender: 'female', father: chance.pick(words(men)), role: 'wife' },
      shared(),
    ),
    birthDate: dayOf(chance, 1950, 1990),
  }
  const children: TrueCustomer[] = []
  const twins = chance.happens(0.15) ? dayOf(chance, 1985, 2003) : null
  const names = new Set([head.first])
  for (let child = 0; child < chance.whole(1, 3); child += 1) {
    const isSon = chance.happens(0.6)
    const first = chance.pick(words(isSon ? men : women).filter((name) => !names.has(name)))
    names.add(first)
    children.push(
      personIn(
        chance,
        home,
        { first, father: head.first, birthDate: twins ?? dayOf(chance, 1980, 2003), gender: isSon ? 'male' : 'female', role: 'child' },
        shared(),
      ),
    )
  }
  return [personIn(chance, home, head, own), wife, ...children]
}

/** An organisation, sometimes with branches, which answer its switchboard. */
function business(chance: Chance): TrueCustomer[] {
  const home = homeOf(chance)
  const name = `${chance.pick(words(houses))} ${chance.pick(words(trades))} ${chance.pick(words(houses))}`
  const [email, landline] = [`info@k${chance.whole(1, 9_999_999)}.example`, home.landline]
  const whole: TrueCustomer = {
    ...personIn(chance, home, { first: '', father: '', birthDate: '', gender: 'male', role: 'organisation' }, mobileOf(chance)),
    kind: 'organisation',
    organisation: name,
    code: `10${digits(chance, 9)}`,
    email,
    landline,
  }
  if (chance.happens(0.6)) return [whole]
  const branch = (place: string): TrueCustomer => ({
    ...whole,
    organisation: `${name} ${chance.pick(['شعبهٔ', 'نمایندگی', 'دفتر'])} ${place}`,
    mobile: mobileOf(chance),
    landline: chance.happens(0.5) ? landline : landlineOf(chance),
    role: 'branch',
  })
  return [whole, branch(chance.pick(['شیراز', 'تبریز', 'کرج'])), branch(chance.pick(['اهواز', 'مشهد', 'مرکزی']))]
}

/**
 * Files of a fictional town, each labelled with whose it is: some customers have two or three, opened by clerks who
 * heard, typed and asked for different things (see `labelled-clerks.ts`). The same seed gives the same town.
 */
export function labelledFiles(seed: number, houses: number): LabelledFile[] {
  const files: LabelledFile[] = []
  let customer = 0
  for (let house = 0; house < houses; house += 1) {
    const chance = chanceOf(seed, 'house', house)
    for (const one of chance.happens(0.85) ? household(chance) : business(chance)) {
      customer += 1
      const count = chance.weighted([1, 2, 3], (n) => ({ 1: 70, 2: 25, 3: 5 })[n] ?? 0)
      for (let copy = 0; copy < count; copy += 1) {
        files.push({ ...clerkOf(chance, copy > 0)(one), customer, house, role: one.role })
      }
    }
  }
  return files
}
