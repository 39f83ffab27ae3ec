/**
 * What a page of ours may load: its own files, and the solver's WebAssembly. Nothing ever leaves the court's network.
 * Vite's development server writes styles into the page, so they are let in there and nowhere else.
 */
export const contentPolicy = (mode: 'built' | 'development') => ({
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
  styleSrc: mode === 'built' ? ["'self'"] : ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  connectSrc: ["'self'"],
  workerSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
  formAction: ["'self'"],
})

/** The same as the text of the header. */
export const contentPolicyText = (mode: 'built' | 'development'): string =>
  Object.entries(contentPolicy(mode))
    .map(([name, sources]) => [name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), ...sources].join(' '))
    .join('; ')
