import { expect, it } from 'vitest'
import { boardSpeed } from './board-speed'

// A guard against a slip of a whole order of magnitude; `npm run bench` reads the true figures on an idle machine.
it('answers a drop at 400 people well within a blink', () => {
  const { seats, drop } = boardSpeed(400, 72, 40)
  expect(seats).toBeGreaterThan(80_000)
  expect(drop.median).toBeLessThan(250)
})
