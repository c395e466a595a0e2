import { FileImage, FileSpreadsheet, FileText } from 'lucide-react'
import { expect, test } from 'vitest'
import { iconOf, viewOf } from './file-type.ts'

test('a type of file has its sign', () => {
  expect(iconOf('image/png')).toBe(FileImage)
  expect(iconOf('application/pdf')).toBe(FileText)
  expect(iconOf('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')).toBe(FileSpreadsheet)
  expect(iconOf('application/vnd.openxmlformats-officedocument.wordprocessingml.document')).toBe(FileText)
})

test('pictures and texts are shown by the page, a PDF by the viewer of the browser', () => {
  expect(['image/webp', 'text/plain; charset=utf-8', 'application/pdf'].map(viewOf)).toEqual(['picture', 'text', 'frame'])
})
