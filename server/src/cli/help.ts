import type { Command } from './command.ts'

/** The help, in English and then in Persian. */
export function helpText(commands: Readonly<Record<string, Command>>): string {
  const all = Object.values(commands)
  const list = (language: 'fa' | 'en') => all.map((command) => `  parvandeh ${command.usage}\n      ${command[language]}`).join('\n')
  return `parvandeh: commands for the administrator of Parvandeh

${list('en')}

Everywhere: --json (result as JSON), --demo (the demo instead of your own organisation), --help
Environment: DATA_DIR, DATABASE_URL, as for npm start
Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done but some rows were refused

پرونده: فرمان‌های راهبر سامانه

${list('fa')}

همه‌جا: ‎--json (نتیجه به شکل JSON)، ‎--demo (نمایش، به‌جای سازمان خودتان)، ‎--help
متغیرهای محیطی: DATA_DIR و DATABASE_URL، همان‌گونه که در npm start
کد پایان: ۰ انجام شد، ۱ نشد، ۲ کاربرد نادرست، ۳ انجام شد ولی برخی سطرها پذیرفته نشد`
}
