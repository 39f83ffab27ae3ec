import type { CourtIssue } from '../court'
import { isBuiltIn } from './built-in'
import { definitionIssues, type IndicatorDefinition } from './definition'

/**
 * What is wrong with the court's own definitions: each by itself, and as versions. Versions of a built-in indicator
 * begin with 2, and none begins before an earlier one.
 */
export function* indicatorIssues(indicators: readonly IndicatorDefinition[]): Generator<CourtIssue> {
  for (const [index, row] of indicators.entries()) {
    const { id, version, since, name } = row
    const at = (field: string): (string | number)[] => ['indicators', index, field]
    for (const { code, field, facts } of definitionIssues(row)) yield { code, path: at(field), facts }
    if (isBuiltIn(id) && version < 2) yield { code: 'version-built-in', path: at('version'), facts: { value: version } }
    if (!isBuiltIn(id) && name === null) yield { code: 'name-missing', path: at('name'), facts: { value: id } }
    const earlier = indicators.find((each) => each.id === id && each.version < version && each.since > since)
    if (earlier !== undefined)
      yield { code: 'version-out-of-order', path: at('since'), facts: { value: since, from: earlier.since } }
  }
}
