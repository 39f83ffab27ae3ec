import { describe, expect, it } from 'vitest'
import { calendarFile } from '@/app/me/calendar'

/** The lines of the file with folded ones put together (RFC 5545, 3.1). */
const linesOf = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n')

describe('a calendar file', () => {
  const entry = {
    id: 'court.round.ann',
    date: '2027-01-04',
    summary: '到任：民一庭；团队, 书记员',
    description: 'a → b',
  }
  it('holds whole days, in every time zone the same', () => {
    const lines = linesOf(calendarFile('Frontline', [entry]))
    expect(lines).toContain('BEGIN:VCALENDAR')
    expect(lines).toContain('METHOD:PUBLISH')
    expect(lines).toContain('DTSTART;VALUE=DATE:20270104')
    expect(lines).toContain('DTEND;VALUE=DATE:20270105')
    expect(lines).toContain('UID:court.round.ann@frontline.invalid')
    expect(lines).toContain('SUMMARY:到任：民一庭；团队\\, 书记员')
  })
  it('lets no words become lines of their own', () => {
    const hostile = { ...entry, summary: 'x\r\nATTACH:http://elsewhere\nEND:VEVENT' }
    const lines = linesOf(calendarFile('Frontline', [hostile]))
    expect(lines.filter((line) => line.startsWith('ATTACH'))).toEqual([])
    expect(lines.filter((line) => line === 'END:VEVENT').length).toBe(1)
  })
})
