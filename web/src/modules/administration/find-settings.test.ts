import { expect, test } from 'vitest'
import { findSettings } from './find-settings.ts'

const found = (typed: string, held: readonly string[] = ['identity.manage', 'identity.audit']) =>
  findSettings(typed, (permission) => held.includes(permission), 'fa').map(({ href }) => href)

test('a setting is found by what it is about, in either language, and by other words for it', () => {
  expect(found('نشست')).toContain('/settings/me')
  expect(found('دومرحله')).toEqual(['/settings/me', '/settings/security'])
  expect(found('audit')).toEqual(['/settings/audit'])
})

test('a setting that is not open to the person is not found', () => {
  expect(found('دومرحله', [])).toEqual(['/settings/me'])
})
