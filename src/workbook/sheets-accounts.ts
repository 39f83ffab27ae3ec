import { z } from 'zod'
import { accountRoles, name, userName, type AccountRole } from '../domain'
import type { Sheet } from './column'
import { choice, id, list, text } from './columns'
import type { Words } from './words'

export const accountRoleWords: Record<AccountRole, Words> = {
  administrator: { zh: '管理员', en: 'Administrator' },
  hr: { zh: '政治部', en: 'HR' },
  head: { zh: '庭长', en: 'Division head' },
  leader: { zh: '院领导', en: 'Leader' },
  staff: { zh: '干警', en: 'Staff' },
}

const written = z.string().max(200).nullable().default(null)

/**
 * The table that accounts are made from, a row each. It is no part of a court, and names courts, divisions and people as
 * somebody writes them: which are meant is for the server to find.
 */
export const accountSheet: Sheet = {
  list: 'accounts',
  title: { zh: '账号', en: 'Accounts' },
  row: z.object({
    username: userName,
    name,
    role: z.enum(accountRoles),
    court: written,
    divisions: z.array(z.string()).max(100).default([]),
    person: written,
  }),
  key: ['username'],
  columns: [
    id(
      'username',
      ['用户名', 'User name'],
      [
        '3 至 30 个小写字母、数字、点、下划线或连字符，以字母或数字开头。',
        '3 to 30 small letters, digits, dots, underscores or hyphens; begins with a letter or digit.',
      ],
    ),
    text('name', ['姓名', 'Name'], ['账号所属人的姓名。', 'Of whom the account is.']),
    choice('role', ['角色', 'Role'], accountRoleWords, ['账号可以做什么。', 'What the account may do.']),
    text(
      'court',
      ['法院', 'Court'],
      [
        '法院编号或名称。管理员不填；政治部、院领导不填即为所有法院。',
        'Id or name of the court. Empty for administrators; HR and leaders without one belong to every court.',
      ],
    ),
    list(
      'divisions',
      ['分管部门', 'Divisions'],
      [
        '庭长负责的部门，填编号或名称，多个用分号隔开；其他角色不填。',
        'Those a division head answers for, by id or name, parted by semicolons; empty for other roles.',
      ],
    ),
    text(
      'person',
      ['人员编号', 'Person'],
      [
        '该账号是法院的哪位干警；姓名不重复时也可填姓名。干警必填。',
        'Which person of the court it is, by id; the name will do where nobody shares it. Staff need one.',
      ],
    ),
  ],
  rowsOf: () => undefined,
}
