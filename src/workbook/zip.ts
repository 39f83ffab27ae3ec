/** One part of a packed file, as its directory tells. Sizes in bytes. */
export interface ZipPart {
  readonly name: string
  readonly packed: number
  readonly unpacked: number
  readonly method: number
  readonly offset: number
}

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localHeader = 0x04034b50

/** Reads the directory at the end of a zip file; null where there is none that can be trusted. Unpacks nothing. */
export function zipDirectory(bytes: Uint8Array): ZipPart[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && end >= bytes.length - 65_557 && view.getUint32(end, true) !== endOfDirectory) end--
  if (end < 0 || view.getUint32(end, true) !== endOfDirectory) return null
  const parts: ZipPart[] = []
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== directoryEntry) return null
    const nameLength = view.getUint16(at + 28, true)
    parts.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return parts
}

/** A part unpacks to more than its directory says: the file was made to deceive. */
export class ZipLies extends Error {}

/** The part's bytes as a stream, never more of them than the directory promised. */
export function unpack(bytes: Uint8Array, part: ZipPart): ReadableStream<Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (part.offset + 30 > bytes.length || view.getUint32(part.offset, true) !== localHeader) throw new ZipLies(part.name)
  const start = part.offset + 30 + view.getUint16(part.offset + 26, true) + view.getUint16(part.offset + 28, true)
  const packed = new Blob([bytes.slice(start, start + part.packed)]).stream()
  let total = 0
  const measured = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      total += chunk.length
      if (total > part.unpacked) controller.error(new ZipLies(part.name))
      else controller.enqueue(chunk)
    },
  })
  return (part.method === 0 ? packed : packed.pipeThrough(new DecompressionStream('deflate-raw'))).pipeThrough(measured)
}

export const unpackText = async (bytes: Uint8Array, part: ZipPart): Promise<string> =>
  new Response(unpack(bytes, part)).text()
