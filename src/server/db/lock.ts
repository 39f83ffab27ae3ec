import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'

interface Holder {
  readonly pid: number
  readonly host: string
  /** When the process began, so that a number given to another process is not mistaken for the holder. */
  readonly began: string
}

/** Another process has this folder open. */
export class FolderInUse extends Error {
  readonly code = 'folder-in-use'
  constructor(
    readonly folder: string,
    readonly holder: Holder,
  ) {
    super(`The folder ${folder} is in use by process ${holder.pid} on ${holder.host}.`)
  }
  get facts() {
    return { folder: this.folder, pid: this.holder.pid, host: this.holder.host }
  }
}

/** A holder on another machine counts as gone when its lock has not been touched for this long. */
const silence = 60_000

function beganAt(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[19]!
  } catch {
    return ''
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function holds(holder: Holder, file: string): boolean {
  if (holder.host !== hostname()) return Date.now() - statSync(file).mtimeMs < silence
  return isAlive(holder.pid) && holder.began === beganAt(holder.pid)
}

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

const parse = (text: string): Holder | null => {
  try {
    return JSON.parse(text) as Holder
  } catch {
    return null
  }
}

/**
 * Takes the folder for this process by a lock file beside it; gives the function that lets it go again.
 * Two processes on one folder damage it silently, so a second one is refused with FolderInUse; the lock of a
 * process that is gone is taken over.
 */
export function lockFolder(folder: string): () => void {
  const file = `${folder}.lock`
  const own: Holder = { pid: process.pid, host: hostname(), began: beganAt(process.pid) }
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(file, JSON.stringify(own), { flag: 'wx' })
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 4) throw error
    }
    const text = read(file)
    const holder = parse(text)
    if (holder !== null && holds(holder, file)) throw new FolderInUse(folder, holder)
    // Moved away rather than deleted: if another process took the lock meanwhile, it is seen and put back.
    const aside = `${file}.${process.pid}`
    try {
      renameSync(file, aside)
    } catch {
      continue
    }
    if (read(aside) === text) rmSync(aside)
    else renameSync(aside, file)
  }
  const beat = setInterval(() => {
    try {
      utimesSync(file, new Date(), new Date())
    } catch {
      // The folder was taken away under us; the database will say so.
    }
  }, silence / 6).unref()
  return () => {
    clearInterval(beat)
    rmSync(file, { force: true })
  }
}
