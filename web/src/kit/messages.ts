import { useLanguage } from '../i18n/language.tsx'

const fa = {
  title: 'اجزای رابط',
  language: 'زبان',
  theme: 'پوسته',
  density: 'فشردگی',
  languages: [
    { id: 'fa', label: 'فارسی' },
    { id: 'en', label: 'English' },
  ] as const,
  themes: [
    { id: 'system', label: 'سیستم' },
    { id: 'light', label: 'روشن' },
    { id: 'dark', label: 'تیره' },
  ] as const,
  densities: [
    { id: 'comfortable', label: 'راحت' },
    { id: 'compact', label: 'فشرده' },
  ] as const,
}
const en = {
  title: 'Components',
  language: 'Language',
  theme: 'Theme',
  density: 'Density',
  languages: fa.languages,
  themes: [
    { id: 'system', label: 'System' },
    { id: 'light', label: 'Light' },
    { id: 'dark', label: 'Dark' },
  ] as const,
  densities: [
    { id: 'comfortable', label: 'Comfortable' },
    { id: 'compact', label: 'Compact' },
  ] as const,
}

/** Words of the kit page. */
export const useKitWords = () => (useLanguage() === 'fa' ? fa : en)
