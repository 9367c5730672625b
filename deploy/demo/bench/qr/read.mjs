// Reads QR codes for the benchmark. stdin: frames, each two 32-bit big-endian integers (width,
// height) and the grey bytes. stdout: one line a frame, milliseconds<TAB>text in base64.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer } });
const options = {
  formats: ['QRCode'],
  tryHarder: true,
  tryInvert: true,
  tryRotate: true,
  tryDownscale: true,
};

async function read(width, height, grey) {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < grey.length; i++) {
    data[4 * i] = data[4 * i + 1] = data[4 * i + 2] = grey[i];
    data[4 * i + 3] = 255;
  }
  const start = performance.now();
  const found = await readBarcodes({ data, width, height, colorSpace: 'srgb' }, options);
  const took = performance.now() - start;
  const text = found.length ? Buffer.from(found[0].text, 'utf8').toString('base64') : '';
  process.stdout.write(`${took.toFixed(3)}\t${text}\n`);
}

let waiting = Buffer.alloc(0);
for await (const chunk of process.stdin) {
  waiting = waiting.length ? Buffer.concat([waiting, chunk]) : chunk;
  while (waiting.length >= 8) {
    const width = waiting.readUInt32BE(0);
    const height = waiting.readUInt32BE(4);
    if (waiting.length < 8 + width * height) {
      break;
    }
    await read(width, height, waiting.subarray(8, 8 + width * height));
    waiting = waiting.subarray(8 + width * height);
  }
}
