import { existsSync } from 'node:fs'
import { boardSpeed } from './board'
import { outlooks } from './forecast'
import { firstLoad, serverMemory } from './footprint'
import { importFigures } from './imports'
import { bigCaseload, indicatorTimes } from './indicators'
import { laneAnswers } from './lanes'
import { boardVerdicts, plannerTable, type Size } from './planner'
import { questionTimes } from './questions'

/** `npm run bench`: everything; `npm run bench -- quick`: the small sizes, once each. */
const quick = process.argv.includes('quick')
const say = (line: string): void => void process.stdout.write(`${line}\n`)

say('## Planner (medians of five, of three at 1,000 x 200; read on an idle machine)')
const sizes: Size[] = quick
  ? [{ people: 60, teams: 12, times: 1, limit: 60 }]
  : [
      { people: 60, teams: 12, times: 5, limit: 60 },
      { people: 120, teams: 24, times: 5, limit: 60 },
      { people: 200, teams: 40, times: 5, limit: 60 },
      { people: 500, teams: 90, times: 5, limit: 60 },
      // No rival is near an end after a minute here.
      { people: 1000, teams: 200, times: 3, limit: 60 },
    ]
for await (const line of plannerTable(sizes)) say(line)

say('\n## Questions about a plan')
const asked = await (quick ? questionTimes(60, 12, 10) : questionTimes(200, 40))
say(
  `why not there: median ${asked.whyNot.median.toFixed(0)} ms, p95 ${asked.whyNot.p95.toFixed(0)} ms (at most 1,000 at 200 x 40; ${asked.forbidden} forbidden by a rule); planning again after a drag: median ${asked.again.median.toFixed(0)} ms, p95 ${asked.again.p95.toFixed(0)} ms (at most 300), longest ${asked.again.most.toFixed(0)} ms`,
)

say('\n## Board')
const { p95, posts } = boardVerdicts()
say(`verdicts of ${posts} posts for one lifted card, 400 people: p95 ${p95.toFixed(1)} ms (at most 50)`)
const { drop, opened } = boardSpeed()
say(
  `a drop and all that the board shows of it: median ${drop.median.toFixed(0)} ms, p95 ${drop.p95.toFixed(0)} ms (at most 100); opened in ${opened.toFixed(0)} ms`,
)

say('\n## Indicators')
const court = bigCaseload()
const times = indicatorTimes(court)
say(
  `a figure, the year before, its usual range and a course of 60 months over ${court.caseload.length} rows: p95 ${times.p95.toFixed(0)} ms (at most 200), worst ${times.most.toFixed(0)} ms, ${times.views} views, nothing remembered between them`,
)

say('\n## Lanes')
const { prepare, median, p95: slow, routes } = laneAnswers()
say(
  `a slider over 100 teams and ${routes} routes: median ${median.toFixed(1)} ms, p95 ${slow.toFixed(1)} ms (one frame is 16), once ${prepare.toFixed(0)} ms when the page opens`,
)

say('\n## Forecast and backlog')
const ahead = outlooks()
say(
  `100 teams x 12 months x 1,000 futures, in the worker: ${ahead.first.toFixed(0)} ms with all forecasts, ${ahead.again.toFixed(0)} ms for another scenario; the page's own part of a change: ${ahead.page.toFixed(2)} ms (at most 16)`,
)

say('\n## Page and server')
if (existsSync('dist/client/index.html') && existsSync('dist/server/main.js')) {
  const { files, kilobytes } = firstLoad()
  say(`first load of the page: ${kilobytes.toFixed(0)} kB of gzipped JavaScript in ${files} files (at most 250)`)
  const { first, later } = await serverMemory()
  say(
    `server with the example court: ${later.residentMb.toFixed(0)} MB once started (at most 400), peak of the first start ${first.peakMb.toFixed(0)} MB`,
  )
} else say('run `npm run build` first')

say('\n## Import of cases (200,000: at most 60 s and 600 MB; days at most 200 ms; 500,000 are the most it takes)')
for (const [format, rows] of [
  ['csv', 200_000],
  ['xlsx', 200_000],
  ['xlsx', 499_000],
] as const) {
  const { megabytes, read, written, peakMb, days, teamYear, page } = await importFigures(format, rows)
  say(
    `${rows} rows, ${format}, ${megabytes.toFixed(1)} MB: read in ${read.toFixed(1)} s, written after ${written.toFixed(1)} s, peak of the server ${peakMb.toFixed(0)} MB`,
  )
  say(
    `days of a month ${days.toFixed(0)} ms, of one team's year ${teamYear.toFixed(0)} ms, a page of rows ${page.toFixed(0)} ms`,
  )
}
