import type { Choices } from './choices'
import { roleWords } from './choices-staff'
import type { Column, Kind, Target } from './column'
import type { Words } from './words'

/** Short ways to describe a column; `zh | en` titles and notes stand side by side where a sheet is described. */
const column =
  (kind: Kind) =>
  (field: string, title: [string, string], note: [string, string]): Column => ({
    field,
    kind,
    title: { zh: title[0], en: title[1] },
    note: { zh: note[0], en: note[1] },
  })

export const text = column('text')
export const id = column('id')
export const number = column('number')
export const integer = column('integer')
export const date = column('date')
export const month = column('month')
export const boolean = column('boolean')
export const list = column('list')

export const choice = (field: string, title: [string, string], choices: Choices, note: [string, string]): Column => ({
  ...column('choice')(field, title, note),
  choices,
})

const targets: Record<Target, Words> = {
  department: { zh: '“部门”表中的编号，也可填部门名称。', en: 'Id from the sheet "Departments"; its name will do.' },
  team: { zh: '“团队”表中的编号，也可填团队名称。', en: 'Id from the sheet "Teams"; its name will do.' },
  unit: {
    zh: '部门或团队的编号，也可填名称。不设团队的部门、部门内设办公室直接填部门。',
    en: 'Id of a department or a team; its name will do. A department without teams, or its own office, is the department itself.',
  },
  person: {
    zh: '“干警”表中的编号；姓名不重复时也可填姓名。',
    en: 'Id from the sheet "People"; the name will do where nobody shares it.',
  },
  caseType: { zh: '“案件类型”表中的编号，也可填名称。', en: 'Id from the sheet "Case types"; its name will do.' },
}

/** A column that holds the id of a row of another sheet; `note` says what it is for, where its title does not. */
export const refers = (field: string, title: [string, string], to: Target, note?: [string, string]): Column => ({
  ...id(
    field,
    title,
    note ? [`${note[0]}${targets[to].zh}`, `${note[1]} ${targets[to].en}`] : [targets[to].zh, targets[to].en],
  ),
  refers: to,
})

/** A column that courts' own systems title otherwise. */
export const alsoTitled = (column: Column, ...also: readonly string[]): Column => ({ ...column, also })

/** A column that few rows fill. */
export const rare = (column: Column): Column => ({ ...column, rare: true })

/** A column that holds several ids of rows of another sheet; `note` says what they are for. */
export const refersEach = (field: string, title: [string, string], to: Target, note: [string, string]): Column => ({
  ...list(field, title, [`${note[0]}${targets[to].zh}`, `${note[1]} ${targets[to].en}`]),
  refersEach: to,
})

/** One column for each role, of a field that is a record by role. */
export const perRole = (field: string, unit: [string, string], note: [string, string]): Column[] =>
  perKey(field, roleWords, note, unit)

/** The same of whole numbers. */
export const perRoleWhole = (field: string, unit: [string, string], note: [string, string]): Column[] =>
  perKey(field, roleWords, note, unit, integer)

/** One column for each key of a field that is a record. */
export const perKey = (
  field: string,
  keys: Choices,
  note: [string, string],
  unit: [string, string] = ['', ''],
  column = number,
): Column[] =>
  Object.entries(keys).map(([key, words]) =>
    column(`${field}.${key}`, [`${words.zh}${unit[0]}`, `${words.en} ${unit[1]}`.trimEnd()], note),
  )
