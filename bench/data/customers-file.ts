const first = ['سارا', 'بهنام', 'نرگس', 'آرش', 'محمد رضا', 'فاطمه', 'كاوه', 'پریسا', 'لیلا', 'یاسر', 'مهتاب', 'سید علی']
const last = ['رستگارفر', 'نیک‌اندیش', 'صدر', 'كریمی نمونه', 'هماهنگی', 'بهرامی‌پور', 'جعفریِ آزمون', 'دولت‌آبادی نمونه', 'پارساپور', 'خوش‌نویس']
const places = [
  ['تهران', 'تهران'],
  ['اصفهان', 'اصفهان'],
  ['فارس', 'شیراز'],
  ['خراسان رضوی', 'مشهد'],
  ['آذربایجان شرقی', 'تبریز'],
  ['قم', 'قم'],
]
const header =
  'کد مشتری,نام,نام خانوادگی,نام پدر,کد ملی,تاریخ تولد,جنسیت,موبایل,تلفن,ایمیل,استان,شهر,نشانی,کد پستی,منطقه,وبگاه,نمابر,موبایل ۲,کد اقتصادی,یادداشت\n'
const chunkRows = 2000

/** A file of invented customers: most rows sound, some with values that look wrong, one in five hundred a repetition. */
export function* customersFile(rows: number): Generator<Buffer> {
  let text = header
  for (let n = 1; n <= rows; n += 1) {
    text += n % 500 === 0 ? lineOf(n - 7) : lineOf(n)
    if (n % chunkRows !== 0) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(text)
}

function lineOf(n: number): string {
  const [province, city] = places[n % places.length] ?? []
  const digits = String(n).padStart(7, '0')
  const cells = [
    `م-${n}`,
    first[n % first.length],
    `${last[Math.floor(n / 12) % last.length]} ${n % 977}`,
    first[(n * 7) % first.length],
    n % 50 === 0 ? '1234567890' : nationalCode(n),
    `13${40 + (n % 60)}/${1 + (n % 12)}/${1 + (n % 28)}`,
    n % 2 === 0 ? 'زن' : 'مرد',
    `091${(n % 9) + 1}${digits}`,
    n % 3 === 0 ? `021-${40_000_000 + n}` : '',
    n % 2 === 0 ? `customer${n}@example.org` : '',
    province,
    city,
    `"خیابان ${last[n % last.length]}، پلاک ${n % 300}"`,
    postalCode(n),
    String((n % 22) + 1),
    '',
    '',
    n % 10 === 0 ? `0935${digits}` : '',
    '',
    'از سامانهٔ پیشین',
  ]
  return `${cells.join(',')}\n`
}

/** Ten digits of which none stands where none is issued. */
const postalCode = (n: number): string =>
  `1${String(n % 729)
    .padStart(3, '3')
    .replaceAll(/[02]/gu, '9')
    .replaceAll('5', '6')}4${1 + (n % 9)}${1000 + (n % 9000)}`

/** A code whose check digit fits. */
function nationalCode(n: number): string {
  const nine = String(100_000_000 + ((n * 3571) % 800_000_000))
  let sum = 0
  for (let at = 0; at < 9; at += 1) sum += Number(nine[at]) * (10 - at)
  const rest = sum % 11
  return `${nine}${rest < 2 ? rest : 11 - rest}`
}
