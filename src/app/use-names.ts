import { computed } from 'vue'
import { formerNumber, type PostId, type Role, type Unit } from '../domain'
import { useT } from './i18n'
import { useCourt } from './use-court'

/** Names of the current court for ids; an id that nothing bears any more stands for itself. */
export function useNames() {
  const { t, has } = useT()
  const { court } = useCourt()
  const people = computed(() => new Map(court.value.people.map((row) => [row.id, row])))
  const departments = computed(() => new Map(court.value.departments.map((row) => [row.id, row])))
  const teams = computed(() => new Map(court.value.teams.map((row) => [row.id, row])))
  const caseTypes = computed(() => new Map(court.value.caseTypes.map((row) => [row.id, row])))

  const person = (id: string): string => {
    const former = formerNumber(id)
    return former === null ? (people.value.get(id)?.name ?? id) : t('people.former', { number: former })
  }
  const department = (id: string): string => departments.value.get(id)?.name ?? id
  const departmentOf = (unit: string): string => teams.value.get(unit)?.department ?? unit
  const unit = (id: string): string => teams.value.get(id)?.name ?? department(id)
  /** A unit in a list of its kind: a department's own office beside its teams is not the department. */
  const listed = ({ id, department: home, track }: Pick<Unit, 'id' | 'department' | 'track'>): string =>
    track === null && court.value.teams.some((team) => team.department === home)
      ? t('units.officeOf', { department: department(home) })
      : unit(id)
  const role = (id: Role): string => t(`units.roles.${id}`)
  /** The same inside a sentence, where a language with capitals writes it small. */
  const roleWord = (id: Role): string => role(id).toLowerCase()
  /** A team with its department, unless its name already holds it. */
  const place = (id: string): string => {
    const team = teams.value.get(id)
    if (team === undefined) return department(id)
    const home = department(team.department)
    return team.name.includes(home) ? team.name : t('units.teamOf', { department: home, team: team.name })
  }
  const post = (id: PostId): string => {
    const [at = '', as = ''] = id.split('/')
    return t('units.post', { unit: place(at), role: role(as as Role) })
  }
  /** A qualification or a skill; a code of the court's own stands for itself. */
  const skill = (code: string): string => {
    const key = `qualifications.${code}`
    return has(key) ? t(key) : code
  }
  const caseType = (id: string): string => caseTypes.value.get(id)?.name ?? id
  return {
    person,
    department,
    departmentOf,
    unit,
    listed,
    place,
    role,
    roleWord,
    post,
    skill,
    caseType,
    people,
    departments,
    teams,
  }
}
