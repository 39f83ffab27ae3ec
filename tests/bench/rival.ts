import { readFileSync } from 'node:fs'
import loadGlpk from 'glpk.js/node'
import loadHighs from 'highs'
import { solve as yalps } from 'yalps'
import { inOne, type PlainModel } from './plain'

const name = (j: number): string => `x${j}`

/**
 * Goals in order as anybody would do it first: each objective in turn, and a row that holds it from then on. With
 * `together` all goals are one objective instead.
 */
async function withHighs({ columns, rows }: PlainModel, together: boolean): Promise<() => number> {
  const highs = await loadHighs()
  const starts = new Int32Array(rows.length + 1)
  rows.forEach(({ terms }, i) => (starts[i + 1] = starts[i]! + terms.length))
  return () => {
    using model = highs.createModel({
      numCols: columns.length,
      numRows: rows.length,
      colCost: columns.map((column) => (together ? inOne(column) : column.costs[0]!)),
      colLower: columns.map(() => 0),
      colUpper: columns.map(({ upper }) => upper),
      integrality: Int32Array.from(columns, ({ whole }) => (whole ? 1 : 0)),
      rowLower: rows.map(({ lower }) => lower ?? -highs.infinity),
      rowUpper: rows.map(({ upper }) => upper ?? highs.infinity),
      matrix: {
        format: 'csr',
        numRows: rows.length,
        numCols: columns.length,
        starts,
        indices: Int32Array.from(rows.flatMap(({ terms }) => terms.map(([j]) => j))),
        values: Float64Array.from(rows.flatMap(({ terms }) => terms.map(([, value]) => value))),
      },
    })
    model.options.set({ output_flag: false, mip_rel_gap: 0 })
    model.run()
    const levels = together ? 0 : columns[0]!.costs.length
    for (let level = 1; level < levels; level++) {
      const before = columns.flatMap(({ costs }, j) => (costs[level - 1] === 0 ? [] : [j]))
      const held = before.map((j) => columns[j]!.costs[level - 1]!)
      model.addRow(-highs.infinity, model.getObjectiveValue() + 1e-6, { indices: before, values: held })
      columns.forEach(({ costs }, j) => model.changeColCost(j, costs[level]!))
      model.run()
    }
    return model.getObjectiveValue()
  }
}

async function withGlpk({ columns, rows }: PlainModel): Promise<() => number> {
  const glpk = await loadGlpk()
  const bound = (lower: number | null, upper: number | null): { type: number; lb: number; ub: number } => ({
    type: lower === null ? glpk.GLP_UP : upper === null ? glpk.GLP_LO : lower === upper ? glpk.GLP_FX : glpk.GLP_DB,
    lb: lower ?? 0,
    ub: upper ?? 0,
  })
  const vars = (terms: [number, number][]): { name: string; coef: number }[] =>
    terms.map(([j, coef]) => ({ name: name(j), coef }))
  return () =>
    glpk.solve(
      {
        name: 'plain',
        objective: {
          direction: glpk.GLP_MIN,
          name: 'cost',
          vars: columns.map((column, j) => ({ name: name(j), coef: inOne(column) })),
        },
        subjectTo: rows.map(({ lower, upper, terms }, i) => ({
          name: `r${i}`,
          vars: vars(terms),
          bnds: bound(lower, upper),
        })),
        bounds: columns.map(({ upper }, j) => ({ name: name(j), type: glpk.GLP_DB, lb: 0, ub: upper })),
        binaries: columns.flatMap(({ whole }, j) => (whole ? [name(j)] : [])),
      },
      { msglev: glpk.GLP_MSG_OFF, presol: true, mipgap: 0 },
    ).result.z
}

async function withYalps({ columns, rows }: PlainModel): Promise<() => number> {
  const variables = new Map(columns.map((column, j) => [name(j), new Map([['cost', inOne(column)]])]))
  const constraints = new Map<string, { min?: number; max?: number }>()
  rows.forEach(({ lower, upper, terms }, i) => {
    constraints.set(`r${i}`, { ...(lower === null ? {} : { min: lower }), ...(upper === null ? {} : { max: upper }) })
    for (const [j, value] of terms) variables.get(name(j))!.set(`r${i}`, value)
  })
  return () =>
    yalps(
      {
        direction: 'minimize',
        objective: 'cost',
        constraints,
        variables,
        binaries: columns.flatMap(({ whole }, j) => (whole ? [name(j)] : [])),
      },
      { timeout: Infinity, tolerance: 0, maxIterations: Infinity },
    ).result
}

const ways = {
  highs: (model: PlainModel) => withHighs(model, true),
  'highs in order': (model: PlainModel) => withHighs(model, false),
  'glpk.js': withGlpk,
  yalps: withYalps,
}

/**
 * A child of the benchmark: solves the model of a file with one solver, several times, and says how long each took.
 * Begins no further run once those done took half a minute in all.
 */
const [solver, file, times] = process.argv.slice(2)
const model = JSON.parse(readFileSync(file!, 'utf8')) as PlainModel
const run = await ways[solver as keyof typeof ways](model)
let all = 0
for (let i = 0; i < Number(times) && all < 30; i++) {
  const began = performance.now()
  run()
  const taken = (performance.now() - began) / 1000
  all += taken
  process.stdout.write(`${taken}\n`)
}
