import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import '../../../src/app/ui/chart/parts'
import { lookOf, themeOf, type Draw } from '../../../src/app/ui/chart/look'

use([SVGRenderer])

/** Draws a picture without a screen, through the charting library itself: the texts it holds, in order. */
export function textsDrawn(draw: Draw, scheme: 'light' | 'dark' = 'light'): string[] {
  const look = lookOf(scheme, false)
  const chart = init(null, themeOf(look, 'sans-serif'), { renderer: 'svg', ssr: true, width: 800, height: 400 })
  chart.setOption({ animation: false, ...draw(look) })
  const texts = [...chart.renderToSVGString().matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text!)
  chart.dispose()
  return texts
}
