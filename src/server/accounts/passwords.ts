import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** What a hash costs: blocks of 128 x r bytes, and how often they are gone through. */
export interface Cost {
  readonly n: number
  readonly r: number
  readonly p: number
}

/** For passwords that people choose: 32 MB, and about a quarter of a second on an old machine. */
export const ofPeople: Cost = { n: 2 ** 15, r: 8, p: 3 }
/** For passwords drawn at random: nobody tries out 2 ^ 79 of them, whatever one try costs. */
const ofChance: Cost = { n: 2 ** 10, r: 8, p: 1 }

const derive = promisify(scrypt) as (password: string, salt: Buffer, length: number, how: object) => Promise<Buffer>
const keyOf = (password: string, salt: Buffer, { n, r, p }: Cost): Promise<Buffer> =>
  derive(password.normalize('NFKC'), salt, 32, { N: n, r, p, maxmem: 256 * r * (n + p) + 2 ** 20 })

async function hash(password: string, cost: Cost): Promise<string> {
  const salt = randomBytes(16)
  const key = await keyOf(password, salt, cost)
  return ['scrypt', cost.n, cost.r, cost.p, salt.toString('base64'), key.toString('base64')].join('$')
}

/** Whether the password is that of the hash, which tells its own cost: a dearer one later leaves these as they are. */
export async function verifyPassword(password: string, hashed: string): Promise<boolean> {
  const [kind, n, r, p, salt = '', key = ''] = hashed.split('$')
  if (kind !== 'scrypt') return false
  const known = Buffer.from(key, 'base64')
  const given = await keyOf(password, Buffer.from(salt, 'base64'), { n: Number(n), r: Number(r), p: Number(p) })
  return known.length === given.length && timingSafeEqual(known, given)
}

export const hashPassword = (password: string, cost: Cost = ofPeople): Promise<string> => hash(password, cost)

/** Letters and digits that nobody mistakes for each other, read out or written down. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
/** A text drawn at random, in groups of four: `h4kd-2mqe`. */
export const drawn = (groups: number): string =>
  Array.from({ length: groups }, () =>
    Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join(''),
  ).join('-')

/** A password to hand out once, and its hash. */
export async function drawnPassword(): Promise<{ password: string; hash: string }> {
  const password = drawn(4)
  return { password, hash: await hash(password, ofChance) }
}
