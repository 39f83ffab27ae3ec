import type { Draw } from '../ui/chart/look'

/** People who go from one place to another, all by the names that are shown. */
export interface NamedFlow {
  readonly from: string
  readonly to: string
  readonly people: readonly string[]
}

/** Enough for the side with more places on it. */
export function flowHeight(flows: readonly NamedFlow[]): string {
  const side = (of: 'from' | 'to'): number => new Set(flows.map((flow) => flow[of])).size
  return `${Math.max(220, Math.max(side('from'), side('to')) * 34)}px`
}

/** The flow of people as a Sankey diagram; colours by the department they leave. `said` words one flow. */
export function drawFlow(flows: readonly NamedFlow[], said: (flow: NamedFlow) => string): Draw {
  const sources = [...new Set(flows.map(({ from }) => from))]
  const targets = [...new Set(flows.map(({ to }) => to))]
  // One name may stand on both sides: a department that takes people from elsewhere.
  const source = (name: string): string => `> ${name}`
  const target = (name: string): string => `< ${name}`
  const plain = (name: unknown): string => String(name).slice(2)
  return (look) => ({
    tooltip: {
      trigger: 'item',
      formatter: (params) => {
        const { dataType, data, name } = params as { dataType?: string; data: unknown; name: string }
        return dataType === 'edge' ? said((data as { flow: NamedFlow }).flow) : plain(name)
      },
    },
    series: [
      {
        type: 'sankey',
        left: 8,
        right: 8,
        top: 8,
        bottom: 8,
        nodeGap: 12,
        nodeWidth: 12,
        draggable: false,
        layoutIterations: 64,
        emphasis: { focus: 'adjacency' },
        label: { color: look.ink, fontSize: 13, formatter: ({ name }) => plain(name) },
        lineStyle: { color: 'source', opacity: 0.4, curveness: 0.5 },
        data: [
          ...sources.map((name, at) => ({
            name: source(name),
            itemStyle: { color: look.colours[at % look.colours.length] },
            label: { position: 'right' as const },
          })),
          ...targets.map((name) => ({
            name: target(name),
            itemStyle: { color: look.primary },
            label: { position: 'left' as const },
          })),
        ],
        links: flows.map((flow) => ({
          source: source(flow.from),
          target: target(flow.to),
          value: flow.people.length,
          flow,
        })),
      },
    ],
  })
}
