import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cleanFileName } from '../../api/uploads/fileName.ts';
import { mediaTypeOf } from '../../api/uploads/mediaType.ts';
import { NOTICE, type Office, openOffice } from './support/office.ts';

let office: Office;
let base: string;
beforeAll(async () => {
  office = await openOffice({ clock: 'rehearsal' });
  base = await office.api.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => office.close());

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function upload(files: { name: string; content: Buffer }[]) {
  const body = new FormData();
  const party = 'chu-tich-mttq';
  body.append('data', JSON.stringify({ obligations: [office.owed(party)] }));
  for (const { name, content } of files) {
    body.append('files', new Blob([new Uint8Array(content)], { type: 'application/pdf' }), name);
  }
  const answer = await fetch(`${base}/api/v1/notices/${NOTICE}/submissions`, {
    method: 'POST',
    body,
    headers: office.bearer('party'),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

test('keeps a file by what it is, and gives it out as a download that nothing runs', async () => {
  const taken = await upload([
    { name: '../../etc/Báo cáo quý.pdf', content: PDF },
    { name: 'ảnh.png', content: PNG },
  ]);
  expect(taken.status, JSON.stringify(taken.body)).toBe(201);
  const id = String(taken.body.submissionId);
  const headers = office.bearer('party');
  const read = await (await fetch(`${base}/api/v1/submissions/${id}`, { headers })).json();
  const file = (
    read as { attachments: { id: string; fileName: string; mediaType: string }[] }
  ).attachments.find(({ mediaType }) => mediaType === 'application/pdf');
  expect(file?.fileName).toBe('Báo cáo quý.pdf');
  const got = await fetch(`${base}/api/v1/submissions/${id}/attachments/${file?.id}`, { headers });
  expect(Buffer.from(await got.arrayBuffer()).equals(PDF)).toBe(true);
  expect(got.headers.get('content-type')).toBe('application/pdf');
  expect(got.headers.get('x-content-type-options')).toBe('nosniff');
  expect(got.headers.get('content-security-policy')).toContain('sandbox');
  expect(got.headers.get('content-disposition')).toMatch(
    /^attachment; filename="B_o c_o qu_.pdf"; filename\*=UTF-8''B%C3%A1o/,
  );
  const stranger = await office.tokenFor('party', 'truong-phong-tn-mt');
  const refused = await fetch(`${base}/api/v1/submissions/${id}`, { headers: stranger });
  expect(refused.status).toBe(403);
});

test.each([
  ['HTML named .pdf', 'a.pdf', Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['HTML under its own name', 'a.html', Buffer.from('<p>')],
  ['a PNG named .pdf', 'a.pdf', PNG],
  ['a program', 'a.exe', Buffer.from('MZ\u0000\u0000')],
  ['text that is not UTF-8', 'a.txt', Buffer.from([0x48, 0xe9, 0xff, 0xfe])],
  ['a script in SVG', 'a.svg', Buffer.from('<svg onload="alert(1)"/>')],
  ['a name without an ending', 'pdf', PDF],
])('refuses %s', async (_, name, content) => {
  const { status, body } = await upload([{ name, content }]);
  expect(status).toBe(422);
  expect(body).toMatchObject({ errors: [{ pointer: '/files/0' }] });
});

test('takes 25 MB in all and refuses what is larger, by one file or by several', async () => {
  const megabytes = (n: number) => Buffer.alloc(n * 1024 * 1024, 'a');
  const fits = await upload([
    { name: 'a.txt', content: megabytes(12) },
    { name: 'b.txt', content: megabytes(13) },
  ]);
  expect(fits.status).toBe(201);
  const one = await upload([{ name: 'a.txt', content: megabytes(26) }]);
  expect(one.status).toBe(413);
  const several = await upload([
    { name: 'a.txt', content: megabytes(13) },
    { name: 'b.txt', content: megabytes(13) },
  ]);
  expect(several.status).toBe(413);
  expect(several.body).toMatchObject({ type: '/problems/too-large' });
});

test('counts a request as over even where the sender hangs up in the middle', async () => {
  const token = office.link('report', 'chu-tich-mttq', office.owed('chu-tich-mttq'));
  const request = httpRequest(`${base}/r/${token}`, {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x', 'content-length': '100000' },
  });
  const gone = new Promise((resolve) => request.on('error', resolve));
  request.write('--x\r\ncontent-disposition: form-data; name="body"\r\n\r\nchưa hết');
  await expect.poll(() => office.inFlight()).toBe(1);
  request.destroy();
  await gone;
  await expect.poll(() => office.inFlight()).toBe(0);
});

describe('a file’s name', () => {
  test.each([
    ['C:\\Users\\a\\báo cáo.docx', 'báo cáo.docx'],
    ['../../../etc/passwd', 'passwd'],
    ['.htaccess', 'htaccess'],
    ['a\u202Efdp.exe', 'a fdp.exe'],
    ['a\r\nSet-Cookie: x.pdf', 'a Set-Cookie x.pdf'],
    ['', 'file'],
    ['///', 'file'],
    [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(116)}.pdf`],
    ['baó'.normalize('NFD'), 'baó'.normalize('NFC')],
  ])('%j is kept as %j', (given, kept) => {
    expect(cleanFileName(given)).toBe(kept);
  });
});

test('knows a text by its bytes', async () => {
  expect(await mediaTypeOf('a.txt', Buffer.from('tiếng Việt\n'))).toBe('text/plain');
  expect(await mediaTypeOf('a.txt', Buffer.from('a\u0000b'))).toBeUndefined();
});
