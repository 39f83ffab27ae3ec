import type fc from 'fast-check'
import { courtFile, type Court } from '../../src/domain'
import { anyCourt } from '../workbook/courts'

/** NUL and half characters, which the API refuses, become question marks. */
function storable<T>(value: T): T {
  if (typeof value === 'string') return value.replaceAll('\0', '?').toWellFormed().replaceAll('\ufffd', '?') as T
  if (Array.isArray(value)) return value.map(storable) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, storable<unknown>(inner)])) as T
}

/** Courts of every kind, as the API lets them through to the database. */
export const storableCourt: fc.Arbitrary<Court> = anyCourt
  .map((court) => courtFile.safeParse({ ...storable(court), id: 'any' }))
  .filter(({ success }) => success)
  .map(({ data }) => data!)
