import { expect, test } from 'vitest';
import { readForms } from '../../../dev/rehearsal/cast/web/readForms.ts';

const PAGE = `<main>
<form method="post" action="/r/a&amp;b" enctype="multipart/form-data">
<input type="hidden" name="once" value="1"/><input type="checkbox" name="obligation" value="x" checked/>
<input type="checkbox" name="obligation" value="y"/><input type="file" name="files" multiple accept=".pdf"/>
<textarea id="t" name="body" rows="5">a &lt;b&gt;
c</textarea><button type="submit">Gửi</button></form>
<form method="post" action="/d"><select name="ground"><option value="leave">a</option><option selected value="mission">b</option></select>
<select name="whose"><option value="">–</option></select><input name="number" value="&quot;1&quot;"/><input type="submit"/></form></main>`;

test('a form is read as a browser would send it', () => {
  const [first, second] = readForms(PAGE);
  expect(first).toMatchObject({ action: '/r/a&b', isMultipart: true });
  expect(first?.fields).toEqual([
    { name: 'once', type: 'hidden', value: '1', isSet: true },
    { name: 'obligation', type: 'choice', value: 'x', isSet: true },
    { name: 'obligation', type: 'choice', value: 'y', isSet: false },
    { name: 'files', type: 'file', value: '', isSet: false },
    { name: 'body', type: 'textarea', value: 'a <b>\nc', isSet: true },
  ]);
  expect(second).toMatchObject({ action: '/d', isMultipart: false });
  expect(second?.fields.map(({ name, value }) => [name, value])).toEqual([
    ['ground', 'mission'],
    ['whose', ''],
    ['number', '"1"'],
  ]);
});

test('a page without a form has none', () => {
  expect(readForms('<main><p>form</p></main>')).toEqual([]);
});
