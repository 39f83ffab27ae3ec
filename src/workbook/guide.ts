import type { WriteSheet } from 'hucre/xlsx'
import { guideTitle, sheets } from './sheets'
import { say, type Locale, type Words } from './words'

const lines: Words[] = [
  { zh: '填表说明', en: 'How to fill in this workbook' },
  {
    zh: '1. 每张表第一行是表头，请勿改动；把鼠标移到表头上可看到说明。深色表头必填，浅色表头可空。',
    en: '1. The first row of each sheet is its header; leave it as it is. A note on each header says what belongs there. Dark headers are required, light ones may be empty.',
  },
  {
    zh: '2. 日期写作 2026-11-22，月份写作 2026-11；人数、件数填数字。',
    en: '2. Dates are written 2026-11-22, months 2026-11; heads and cases are numbers.',
  },
  { zh: '3. 不要使用公式：请以“粘贴为数值”的方式填入。', en: '3. No formulas: paste values only.' },
  {
    zh: '4. 编号一经使用不要更改；其他表引用部门、团队、干警时填编号，名称不重复时也可填名称。',
    en: '4. Ids stay as they are once used; other sheets refer to departments, teams and people by id, or by a name nobody shares.',
  },
  {
    zh: '5. 以 # 开头的列和工作表不会被读取，可用来写备注。',
    en: '5. Columns and sheets whose title begins with # are not read; use them for remarks.',
  },
  {
    zh: '6. 没有内容的表保留表头即可。导入前会先显示预览：有任何一处不对，就什么都不会改变。',
    en: '6. A sheet with nothing in it keeps just its header. A preview is shown before anything is imported: while anything is wrong, nothing changes.',
  },
]
const sheetWords: Words = { zh: '工作表', en: 'Sheet' }
const columnsWords: Words = { zh: '列', en: 'Columns' }

/** The sheet that says how to fill in the others; it is never read. */
export function guideSheet(locale: Locale): WriteSheet {
  return {
    name: say(guideTitle, locale),
    columns: [{ width: 28 }, { width: 110 }],
    rows: [
      ...lines.map((line) => [say(line, locale)]),
      [],
      [say(sheetWords, locale), say(columnsWords, locale)],
      ...sheets.map((sheet) => [
        say(sheet.title, locale),
        sheet.columns.map((column) => say(column.title, locale)).join(locale === 'en' ? ', ' : '、'),
      ]),
    ],
    cells: new Map([
      ['0,0', { style: { font: { bold: true, size: 14 } } }],
      [`${lines.length + 1},0`, { style: { font: { bold: true } } }],
      [`${lines.length + 1},1`, { style: { font: { bold: true } } }],
    ]),
  }
}
