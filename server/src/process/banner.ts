import { networkInterfaces } from 'node:os'

/** Says where the product is and how to sign in, in both languages. */
export function sayWelcome({ url, host, dataDir }: { url: string; host: string; dataDir: string }): void {
  const others = host === '0.0.0.0' || host === '::' ? lanAddresses().map((address) => url.replace('localhost', address)) : []
  console.log(`
  پرونده آماده است:  ${url}
  نخستین بار، همان‌جا «دیدن نمایش» یا «شروع سازمان خودم» را برگزینید؛ پس از آن با نام کاربری و گذرواژهٔ خود وارد شوید.
  توقف: Ctrl+C

  Parvandeh is ready:  ${url}
  The first time, choose there to see the demo or to start your own; after that, sign in with your user name and password.
  Data: ${dataDir}   Stop: Ctrl+C
${others.length ? `\n  از رایانه‌های دیگر شبکه / from other computers: ${others.join('  ')}\n` : ''}`)
}

const lanAddresses = (): string[] =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => address.family === 'IPv4' && !address.internal)
    .map((address) => address.address)
