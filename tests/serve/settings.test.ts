import { expect, test } from 'vitest';
import { readSettings } from '../../serve/settings.ts';

const ENOUGH = {
  DATABASE_URL: 'postgres://app@db/dondoc',
  SMTP_URL: 'smtp://mail:25',
  TEMPORAL_ADDRESS: 'temporal:7233',
  BASE_URL: 'https://dondoc.example.test/',
  LINK_SECRET: 'a secret of thirty-two characters and more',
  MAIL_FROM: 'dondoc <d@example.test>',
  MAIL_REPLY_TO: 'office@example.test',
};

test('what watches the engine has its defaults: every five minutes, nobody written to', () => {
  expect(readSettings(ENOUGH)).toMatchObject({ ADMIN_ADDRESSES: [], AUDIT_EVERY_MINUTES: 5 });
});

test('admins are a list of addresses', () => {
  const { ADMIN_ADDRESSES } = readSettings({
    ...ENOUGH,
    ADMIN_ADDRESSES: 'a@example.test, b@example.test,',
  });
  expect(ADMIN_ADDRESSES).toEqual(['a@example.test', 'b@example.test']);
});

test.each([
  ['ADMIN_ADDRESSES', 'a@example.test,nobody'],
  ['AUDIT_EVERY_MINUTES', '0'],
  ['AUDIT_EVERY_MINUTES', '16'], // readiness would call it overdue
])('%s of "%s" is refused by its name, not its value', (name, value) => {
  const read = () => readSettings({ ...ENOUGH, [name]: value });
  expect(read).toThrow(new RegExp(`^  ${name}`, 'm'));
  if (name === 'ADMIN_ADDRESSES') expect(read).not.toThrow(/nobody/);
});
