import { execFileSync } from 'node:child_process'
import { writeFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { maxPacked, readCourt, readWorkbook } from '../../src/workbook'
import { rawWorkbook, workbook, worksheet, zip } from './make'

const codes = async (file: Uint8Array): Promise<string[]> => {
  const { court, problems } = await readCourt(file)
  expect(court).toBeNull()
  return problems.map(({ code }) => code)
}
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('files that are no workbook of ours', () => {
  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'file-type'],
    ['a text', bytes('name,role\nAnn,judge'), 'file-type'],
    ['half of JSON', bytes('{"format":'), 'file-type'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), 'file-type'],
    [
      'an old or locked workbook',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      'file-old-or-locked',
    ],
    ['a zip of something else', zip([{ name: 'letter.txt', data: 'x' }]), 'file-type'],
    ['more than 10 MB', new Uint8Array(maxPacked + 1).fill(80), 'file-too-large'],
  ])('%s', async (_, file, code) => {
    expect(await codes(file)).toEqual([code])
  })
  it('a workbook cut short, and one with bytes turned over', async () => {
    const whole = await workbook()
    expect(await codes(whole.slice(0, whole.length - 100))).toEqual(['file-damaged'])
    const spoilt = whole.slice()
    for (let at = 60; at < 200; at++) spoilt[at] = 255 - spoilt[at]!
    expect((await readWorkbook(spoilt)).court).toBeNull()
  })
})

describe('small files that are meant to be large', () => {
  const row = '<row r="1"><c r="A1"><v>1</v></c></row>'
  let sheet: Buffer
  const bomb = (claims?: number): Uint8Array => rawWorkbook(sheet, 'People', claims)
  beforeAll(() => {
    sheet = Buffer.from(worksheet(row.repeat(Math.ceil((400 * 2 ** 20) / row.length))))
    bomb()
  }, 120_000)

  it('400 MB in half a megabyte is refused from its directory, unpacking nothing', async () => {
    const file = bomb()
    expect(file.length).toBeLessThan(3 * 2 ** 20)
    expect(await codes(file)).toEqual(['file-unpacks-too-large'])
    const small = Buffer.from(worksheet(row))
    expect(await codes(rawWorkbook(small, 'People', sheet.length))).toEqual(['file-unpacks-too-large'])
  })

  it('the same with a directory that lies is stopped where the lie ends, in little memory', async () => {
    for (const [claims, code] of [
      [5000, 'file-damaged'],
      [90 * 2 ** 20, 'too-many-rows'],
    ] as const) {
      const at = join(mkdtempSync(join(tmpdir(), 'workbook-')), 'lie.xlsx')
      writeFileSync(at, bomb(claims))
      const script = `
        import { existsSync, readFileSync } from 'node:fs'
        import { readWorkbook } from './src/workbook/index.ts'
        const file = new Uint8Array(readFileSync(${JSON.stringify(at)}))
        const { court, problems } = await readWorkbook(file)
        console.log(JSON.stringify({ court, codes: problems.map((each) => each.code), peak: !existsSync('/proc/self/status') ? 0 : /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1] / 1024 }))`
      const out = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
        encoding: 'utf8',
      })
      const { court, codes, peak } = JSON.parse(out) as { court: null; codes: string[]; peak: number }
      expect(court).toBeNull()
      expect(codes).toContain(code)
      expect(peak).toBeLessThan(300)
    }
  }, 60_000)

  it('a directory that tells no size for packed bytes is not believed', async () => {
    expect(await codes(bomb(0))).toEqual(['file-damaged'])
  })

  it('more rows than any court has are refused before one is read', async () => {
    const rows = Array.from({ length: 100_010 }, (_, i) => `<row r="${(i % 90_000) + 1}"><c><v>1</v></c></row>`).join(
      '',
    )
    expect(await codes(rawWorkbook(worksheet(rows)))).toContain('too-many-rows')
  })

  it('a shared part beyond its own bound is refused', async () => {
    const file = zip([
      { name: 'xl/workbook.xml', data: '<workbook/>' },
      { name: 'xl/sharedStrings.xml', data: Buffer.alloc(40 * 2 ** 20) },
    ])
    expect(await codes(file)).toEqual(['part-unpacks-too-large'])
  })

  it('entities are not expanded', async () => {
    const doctype = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    const found = await codes(
      rawWorkbook(doctype + worksheet('<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row>')),
    )
    expect(found).toContain('column-unknown')
  })
})

describe('cells out of reach', () => {
  it.each(['XFD1048576', 'ZZ3', 'A900000'])('%s is refused by name', async (ref) => {
    const row = /\d+/.exec(ref)![0]
    const { court, problems } = await readWorkbook(
      rawWorkbook(worksheet(`<row r="${row}"><c r="${ref}"><v>1</v></c></row>`)),
    )
    expect(court).toBeNull()
    expect(problems.find(({ code }) => code === 'cell-out-of-reach')).toMatchObject({
      list: 'people',
      sheet: 'People',
      value: ref,
    })
  })
  it('a far cell that is only coloured harms nobody', async () => {
    const { problems } = await readWorkbook(
      rawWorkbook(
        worksheet(
          '<row r="1"><c r="A1" t="inlineStr"><is><t>Id</t></is></c><c r="XFD1" s="0"/></row><row r="1048576"><c r="A1048576"/></row>',
        ),
      ),
    )
    expect(problems.map(({ code }) => code)).not.toContain('cell-out-of-reach')
  })
})
