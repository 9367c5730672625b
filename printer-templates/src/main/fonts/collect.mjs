// Puts the fonts paper is drawn with into DIR: node collect.mjs DIR
// A font read stays in memory whole, so each is cut: one file holds what papers are full of, the
// rest lies in slices with an index of the code points among which each has some, so that a name opens one small file.
// Rare Han characters come as web-font slices already; they are unpacked to TrueType.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync, copyFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createRequire } from 'node:module'

const NEEDED_TABLES = ['OS/2', 'cmap', 'cvt ', 'fpgm', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'post', 'prep']

/** Characters in a slice: about a megabyte. */
const SLICE = 2700

const require = createRequire(import.meta.url)
const here = dirname(fileURLToPath(import.meta.url))
const target = process.argv[2]
if (!target) {
  console.error('usage: node collect.mjs DIR')
  process.exit(2)
}

const hash = (...files) => {
  const digest = createHash('sha256')
  files.forEach((file) => digest.update(readFileSync(join(here, file))))
  return digest.digest('hex')
}
const isStamped = (file, stamp) => existsSync(file) && readFileSync(file, 'utf8') === stamp

const wanted = hash('package-lock.json', 'collect.mjs')
const targetStamp = join(target, '.stamp')
if (isStamped(targetStamp, wanted)) process.exit(0)

const modulesStamp = join(here, 'node_modules', '.stamp')
const lock = hash('package-lock.json')
if (!isStamped(modulesStamp, lock)) {
  execFileSync('npm', ['ci', '--ignore-scripts'], { cwd: here, stdio: ['ignore', 'ignore', 'inherit'] })
  writeFileSync(modulesStamp, lock)
}

rmSync(target, { recursive: true, force: true })
mkdirSync(target, { recursive: true })
const packaged = (...path) => join(here, 'node_modules', ...path)
const google = (name, weight, file) => packaged('@expo-google-fonts', name, weight, file)
const subset = require('subset-font')
const cut = async (font, points, file) => {
  const options = { targetFormat: 'truetype', noLayoutClosure: true }
  const part = Buffer.from(await subset(font, String.fromCodePoint(...points), options))
  writeFileSync(join(target, file), onlyTables(part, NEEDED_TABLES))
}
const everyday = gb2312()
for (const [weight, style] of [['400Regular', 'Regular'], ['700Bold', 'Bold']]) {
  const font = withoutVariants(readFileSync(google('noto-sans-sc', weight, `NotoSansSC_${weight}.ttf`)))
  const points = codePoints(font)
  const isFurther = (point) => /\p{Script=Han}/u.test(String.fromCodePoint(point)) && !everyday.has(point)
  await cut(font, points.filter((point) => !isFurther(point)), `NotoSansSC-${style}.ttf`)
  const further = points.filter(isFurther)
  const lines = []
  for (let first = 0; first < further.length; first += SLICE) {
    const slice = further.slice(first, first + SLICE)
    const name = `NotoSansSC-${style}-${String(lines.length + 1).padStart(2, '0')}.ttf`
    await cut(font, slice, name)
    lines.push(`${name} ${slice[0].toString(16)}-${slice.at(-1).toString(16)}`)
  }
  writeFileSync(join(target, `NotoSansSC-${style}.index`), lines.join('\n') + '\n')
}
copyFileSync(google('noto-serif-tibetan', '500Medium', 'NotoSerifTibetan_500Medium.ttf'), join(target, 'NotoSerifTibetan.ttf'))
copyFileSync(packaged('@expo-google-fonts', 'noto-sans-sc', 'LICENSE_FONT'), join(target, 'NotoSansSC-LICENSE.txt'))
copyFileSync(packaged('@expo-google-fonts', 'noto-serif-tibetan', 'LICENSE_FONT'), join(target, 'NotoSerifTibetan-LICENSE.txt'))
writeFileSync(
  join(target, 'HanaMin-LICENSE.txt'),
  'Hanazono Mincho (HanaMinB) by the Hanazono University and GlyphWiki, http://fonts.jp/hanazono/\n' +
    'This font is a free software. Unlimited permission is granted to use, copy, and distribute it,\n' +
    'with or without modification, either commercially and noncommercially.\n' +
    'THIS FONT IS PROVIDED "AS IS" WITHOUT WARRANTY. Also under the SIL Open Font License 1.1.\n'
)

const { decompress } = require('wawoff2')
const index = []
for (const slice of readdirSync(packaged('hanamin')).filter((name) => /^HanaMinB.*Extension.*woff2$/.test(name)).sort()) {
  const font = Buffer.from(await decompress(readFileSync(packaged('hanamin', slice))))
  const name = 'HanaMinB-' + slice.replace(/^.*Extension-/, '').replace('.woff2', '.ttf')
  writeFileSync(join(target, name), font)
  index.push(`${name} ${ranges(codePoints(font).filter((point) => point > 0xffff)).join(' ')}`)
}
writeFileSync(join(target, 'HanaMinB.index'), index.join('\n') + '\n')
writeFileSync(targetStamp, wanted)

/** The font with some of its tables only; layout features cost memory and time, and Han needs none on paper. */
function onlyTables(font, tags) {
  const tables = tags.map((tag) => ({ tag, entry: findEntry(font, tag) })).filter(({ entry }) => entry >= 0)
  const header = Buffer.alloc(12 + tables.length * 16)
  font.copy(header, 0, 0, 4)
  const power = 2 ** Math.floor(Math.log2(tables.length))
  header.writeUInt16BE(tables.length, 4)
  header.writeUInt16BE(power * 16, 6)
  header.writeUInt16BE(Math.log2(power), 8)
  header.writeUInt16BE((tables.length - power) * 16, 10)
  const parts = [header]
  let offset = header.length
  tables.forEach(({ entry }, i) => {
    const length = font.readUInt32BE(entry + 12)
    const padded = Buffer.alloc((length + 3) & ~3)
    font.copy(padded, 0, font.readUInt32BE(entry + 8), font.readUInt32BE(entry + 8) + length)
    font.copy(header, 12 + i * 16, entry, entry + 8)
    header.writeUInt32BE(offset, 12 + i * 16 + 8)
    header.writeUInt32BE(length, 12 + i * 16 + 12)
    parts.push(padded)
    offset += padded.length
  })
  return Buffer.concat(parts)
}

/** The font without its table of glyph variants (cmap format 14), which its reader in Java only warns about. */
function withoutVariants(font) {
  const table = findTable(font, 'cmap')
  const count = font.readUInt16BE(table + 2)
  for (let i = 0; i < count; i++) {
    const entry = table + 4 + i * 8
    if (font.readUInt16BE(table + font.readUInt32BE(entry + 4)) !== 14) continue
    font.copy(font, entry, entry + 8, table + 4 + count * 8)
    font.writeUInt16BE(count - 1, table + 2)
    break
  }
  return font
}

/** The characters of GB/T 2312, which everyday Chinese is written with. */
function gb2312() {
  const decoder = new TextDecoder('gbk')
  const points = new Set()
  for (let row = 0xa1; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) points.add(decoder.decode(Uint8Array.of(row, cell)).codePointAt(0))
  }
  return points
}

/** The code points a TrueType font maps, from its format 12 cmap. */
function codePoints(font) {
  const table = findTable(font, 'cmap')
  const points = new Set()
  for (let i = 0; i < font.readUInt16BE(table + 2); i++) {
    const sub = table + font.readUInt32BE(table + 4 + i * 8 + 4)
    if (font.readUInt16BE(sub) !== 12) continue
    for (let g = 0; g < font.readUInt32BE(sub + 12); g++) {
      const group = sub + 16 + g * 12
      const end = font.readUInt32BE(group + 4)
      for (let cp = font.readUInt32BE(group); cp <= end; cp++) points.add(cp)
    }
  }
  return [...points].sort((a, b) => a - b)
}

function findTable(font, tag) {
  const entry = findEntry(font, tag)
  if (entry < 0) throw new Error(`no table ${tag}`)
  return font.readUInt32BE(entry + 8)
}

/** Where the table directory names a table, -1 if it does not. */
function findEntry(font, tag) {
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const entry = 12 + i * 16
    if (font.toString('latin1', entry, entry + 4) === tag) return entry
  }
  return -1
}

/** Sorted code points as hexadecimal first-last pairs. */
function ranges(points) {
  const out = []
  for (let i = 0; i < points.length; ) {
    let j = i
    while (j + 1 < points.length && points[j + 1] === points[j] + 1) j++
    out.push(`${points[i].toString(16)}-${points[j].toString(16)}`)
    i = j + 1
  }
  return out
}
