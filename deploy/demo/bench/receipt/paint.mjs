// Paints receipts for the benchmark. stdin: a receipt in the notation both sides read, UTF-8.
// stdout: its ESC/POS bytes.
import { readFileSync } from 'node:fs';
import receiptline from 'receiptline';

const document = readFileSync(0, 'utf8');
// 576 dots are 48 letters; the printer cuts, and sets Chinese.
const printer = { cpl: 48, encoding: 'gb18030', command: 'escpos', cutting: true };
process.stdout.write(Buffer.from(receiptline.transform(document, printer), 'binary'));
