import { crc32, deflateSync } from 'node:zlib';
import type { FileToSend } from '../web/visit.ts';
import { someNumber } from './oneOf.ts';

/** A real file to send along: a page as PDF, or a picture as PNG, different for what it is about. */
export function fileOf(
  kind: 'pdf' | 'png',
  seed: number,
  ...about: (string | number)[]
): FileToSend {
  const no = someNumber(1, 200, seed, 'file', ...about);
  return kind === 'pdf'
    ? { name: `bao-cao-${no}.pdf`, type: 'application/pdf', content: pdf(`Bao cao so ${no}`) }
    : { name: `anh-${no}.png`, type: 'image/png', content: png(no) };
}

/** One page of A4 with one line, which is written in ASCII. */
function pdf(line: string): Buffer {
  const content = `BT /F1 14 Tf 72 760 Td (${line}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, nth) => {
    const offset = text.length;
    text += `${nth + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** A grey square of 16 by 16 pixels. */
function png(grey: number): Buffer {
  const side = 16;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 8; // bits a sample; colour type 0 is grey
  const rows = Buffer.alloc(side * (side + 1), grey);
  for (let row = 0; row < side; row++) rows[row * (side + 1)] = 0; // no filter
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
