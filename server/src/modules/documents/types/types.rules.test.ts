import { describe, expect, test } from 'vitest'
import { contentPolicyOf, isPreviewable, servedType } from './shown-types.rules.ts'
import { typeOfText } from './text-type.rules.ts'

describe('text without a signature', () => {
  test('plain words are plain text in their own encoding', () => {
    expect(typeOfText('سلام\nقرارداد شمارهٔ ۱۲', 'utf-8', 'نامه.txt')).toBe('text/plain; charset=utf-8')
    expect(typeOfText('نام;تلفن\r\n', 'windows-1256', 'مشتریان.csv')).toBe('text/plain; charset=windows-1256')
    expect(typeOfText('a < b and b > c', 'utf-8', 'بی‌پسوند')).toBe('text/plain; charset=utf-8')
  })

  test.each([
    ['<!DOCTYPE html><p>', 'x.png'],
    ['   \n<HTML>', 'x.txt'],
    ['text before <script>alert(1)</script>', 'x.txt'],
    ['<svg xmlns="http://www.w3.org/2000/svg" onload="x">', 'x.jpg'],
    ['<?xml version="1.0"?>', 'x.txt'],
    ['#!/bin/sh\nrm', 'readme'],
    ['echo off', 'نصب.BAT'],
    ['alert(1)', 'app.js'],
    ['nothing to see', 'page.html '],
    ['\u0000\u0001binary', 'x.txt'],
  ])('%j named %s is kept as bytes', (head, name) => {
    expect(typeOfText(head, 'utf-8', name)).toBe('application/octet-stream')
  })
})

describe('what leaves', () => {
  test('only pictures of four kinds, PDF and plain text are shown in the page', () => {
    const shown = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'application/pdf', 'text/plain; charset=utf-8']
    expect(shown.every(isPreviewable)).toBe(true)
    expect(
      ['image/svg+xml', 'text/html', 'application/xml', 'application/x-msdownload', 'image/tiff', 'application/zip'].some(isPreviewable),
    ).toBe(false)
  })

  test('what a browser or a system might run leaves as bytes', () => {
    for (const type of [
      'text/html',
      'image/svg+xml',
      'application/xml',
      'application/x-msdownload',
      'application/x-elf',
      'text/javascript',
      'application/x-sh',
    ]) {
      expect(servedType(type)).toBe('application/octet-stream')
    }
    for (const type of [
      'image/png',
      'application/pdf',
      'audio/mpeg',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ]) {
      expect(servedType(type)).toBe(type)
    }
  })

  test('a content opened by itself is in a sandbox, but for PDF, whose viewers refuse to work in one', () => {
    expect(contentPolicyOf('text/plain; charset=utf-8')).toMatch(/^sandbox;/u)
    expect(contentPolicyOf('application/pdf')).not.toMatch(/sandbox/u)
  })
})
