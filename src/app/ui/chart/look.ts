import type { EChartsOption } from 'echarts'
import type { Scheme } from '../../use-preferences'

/** What a picture is drawn with: the page's own colours, which a canvas cannot read from the style sheet. */
export interface Look {
  readonly ink: string
  readonly quiet: string
  readonly line: string
  readonly card: string
  readonly primary: string
  /** The reasonable interval or the usual range behind a course. */
  readonly band: string
  /** From nothing to the most, for a heat map. */
  readonly heat: readonly string[]
  /** Okabe and Ito's, in the order series take them: told apart by colour-blind eyes too. */
  readonly colours: readonly string[]
}

const light: Look = {
  ink: '#1f2733',
  quiet: '#5f6875',
  line: '#dfe3ea',
  card: '#ffffff',
  primary: '#1a56a8',
  band: 'rgba(52, 112, 75, 0.13)',
  heat: ['#eef3f9', '#a9c4e4', '#1a56a8'],
  colours: ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00', '#999999', '#b8a800'],
}

const dark: Look = {
  ink: '#e6e9ee',
  quiet: '#a3acb9',
  line: '#303846',
  card: '#181d25',
  primary: '#7fb3ff',
  band: 'rgba(131, 196, 156, 0.18)',
  heat: ['#212833', '#3f6089', '#9cc4ff'],
  colours: ['#56a8e0', '#e69f00', '#2bbd94', '#dd94bd', '#9ad4f7', '#f0854a', '#b3b3b3', '#d6c83f'],
}

/** Paper is always light. */
export const lookOf = (scheme: Scheme, printing: boolean): Look => (scheme === 'dark' && !printing ? dark : light)

/** How a picture says what it shows: built anew whenever the look changes. */
export type Draw = (look: Look) => EChartsOption

const axis = ({ quiet, line }: Look) => ({
  axisLine: { lineStyle: { color: line } },
  axisTick: { lineStyle: { color: line } },
  axisLabel: { color: quiet },
  nameTextStyle: { color: quiet },
  splitLine: { lineStyle: { color: line } },
  splitArea: { show: false },
})

/** What all pictures share, as a theme of echarts. A tooltip is drawn, never HTML: the content policy allows no styles in it. */
export const themeOf = (look: Look, fontFamily: string) => ({
  color: look.colours,
  backgroundColor: 'transparent',
  textStyle: { fontFamily, color: look.ink },
  categoryAxis: axis(look),
  valueAxis: axis(look),
  timeAxis: axis(look),
  legend: { textStyle: { color: look.ink }, pageTextStyle: { color: look.ink }, inactiveColor: look.line },
  visualMap: { textStyle: { color: look.quiet } },
  tooltip: {
    renderMode: 'richText',
    confine: true,
    backgroundColor: look.card,
    borderColor: look.line,
    textStyle: { color: look.ink, fontSize: 13 },
  },
})
