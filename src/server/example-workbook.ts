import { writeFileSync } from 'node:fs'
import { exampleCourt } from '../example'
import { writeWorkbook } from '../workbook'

/** Writes the workbook of the example court anew, which the app offers for download: `npm run example`. */
writeFileSync('public/example-court.xlsx', await writeWorkbook(exampleCourt(), 'zh-CN'))
