import { BarChart, CustomChart, LineChart, PieChart, SankeyChart } from 'echarts/charts'
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components'
import { use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

/** The kinds of pictures there are; another kind is added here and nowhere else. */
use([
  AriaComponent,
  BarChart,
  CanvasRenderer,
  GridComponent,
  CustomChart,
  LegendComponent,
  LineChart,
  MarkAreaComponent,
  MarkLineComponent,
  PieChart,
  SankeyChart,
  TooltipComponent,
  VisualMapComponent,
])
