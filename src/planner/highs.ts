import loadHighs, { type Highs } from 'highs'

let loading: Promise<Highs> | undefined

const inNode = typeof process === 'object' && typeof process.versions?.node === 'string'

async function load(): Promise<Highs> {
  if (inNode) return loadHighs()
  // Our own server hands out the WebAssembly file: no request ever leaves the court's network.
  const { default: address } = await import('highs/runtime?url')
  return loadHighs({ locateFile: () => address })
}

/** HiGHS in WebAssembly, loaded once per thread: in Node from its package, in the browser from our own server. */
export const loadSolver = (): Promise<Highs> => (loading ??= load())

/** Name and version of the solver, as proposals keep it. */
export const solverName = (highs: Highs): string => `HiGHS ${highs.version.string}`
