import { foldJoined, foldSpaced } from '@parvandeh/contract/persian'
import fc from 'fast-check'
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import vectors from '../../../../contract/src/persian/folding.vectors.json' with { type: 'json' }

const database = `test_${randomBytes(6).toString('hex')}`
let server: pg.Client
let client: pg.Client

beforeAll(async () => {
  const url = new URL(inject('testServer'))
  server = new pg.Client({ connectionString: url.href })
  await server.connect()
  await server.query(`create database ${database} template parvandeh_template`)
  url.pathname = `/${database}`
  client = new pg.Client({ connectionString: url.href })
  await client.connect()
})

afterAll(async () => {
  await client.end()
  await server.query(`drop database ${database}`)
  await server.end()
})

async function foldInSql(texts: string[]): Promise<{ spaced: string; joined: string }[]> {
  const { rows } = await client.query<{ spaced: string; joined: string }>(
    `select platform.fold_spaced(text) as spaced, platform.fold_joined(text) as joined
     from unnest($1::text[]) with ordinality as given(text, position) order by position`,
    [texts],
  )
  return rows
}

function foldHere(texts: string[]): { spaced: string; joined: string }[] {
  return texts.map((text) => ({ spaced: foldSpaced(text), joined: foldJoined(text) }))
}

describe('search keys in SQL', () => {
  test('the shared examples come out as written', async () => {
    const keys = await foldInSql(vectors.map(({ input }) => input))
    expect(keys).toEqual(vectors.map(({ spaced, joined }) => ({ spaced, joined })))
  })

  test('every character of the basic plane is folded as in TypeScript', async () => {
    // Characters that only a newer Unicode knows are left out: their compatibility forms are not yet agreed.
    const { rows } = await client.query<{ text: string }>(
      `select 'و' || chr(code) || 'و' as text from generate_series(1, 65533) as code
       where code not between 55296 and 57343 and unicode_assigned(chr(code))`,
    )
    const texts = rows.map(({ text }) => text)
    expect(texts.length).toBeGreaterThan(60_000)
    const [inSql, here] = [await foldInSql(texts), foldHere(texts)]
    const differing = texts.flatMap((text, index) =>
      inSql[index]?.spaced === here[index]?.spaced && inSql[index]?.joined === here[index]?.joined ? [] : [text],
    )
    expect(differing).toEqual([])
  })

  test('any Persian text is folded as in TypeScript', async () => {
    const character = fc.constantFrom(
      ...'ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوووههیيىكئئؤؤأإآٱةۀءـۆێە',
      ...'\u064b\u0651\u0653\u0654\u0670\u200c\u200c\u200d\u200f\u00a0   \t\n_',
      ...'۰۹٠٩09aZÉéŠİ.،()ﻻﷲﹰ',
      '\u0301',
    )
    const texts = fc.array(fc.string({ unit: character, maxLength: 30 }), { minLength: 50, maxLength: 50 })
    await fc.assert(
      fc.asyncProperty(texts, async (many) => {
        expect(await foldInSql(many)).toEqual(foldHere(many))
      }),
      { numRuns: 40 },
    )
  })

  test('the keys do not depend on the collation of the text', async () => {
    const { rows } = await client.query<{ c: string; turkish: string }>(
      `select platform.fold_spaced(text collate "C") as c, platform.fold_spaced(text collate "tr-x-icu") as turkish
       from (values ('ISTANBUL ÉCOLE كتاب‌ها')) as given(text)`,
    )
    expect(rows).toEqual([{ c: 'istanbul école کتاب ها', turkish: 'istanbul école کتاب ها' }])
  })

  test('the functions may stand in an index and a generated column', async () => {
    await client.query(`create temporary table person (
      name text, spaced text generated always as (platform.fold_spaced(name)) stored)`)
    await client.query('create index on person (platform.fold_joined(name))')
    await client.query(`insert into person (name) values ('مسؤول'), (null)`)
    const { rows } = await client.query('select spaced from person order by spaced')
    expect(rows).toEqual([{ spaced: 'مسول' }, { spaced: null }])
  })
})
