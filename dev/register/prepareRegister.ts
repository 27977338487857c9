import pg from 'pg';
import { migrate } from '../../db/migrate.ts';

export interface RegisterUrls {
  /** The role that owns tables and functions; for migrations only. */
  ownerUrl: string;
  /** The application's role: it cannot change or remove a row of the log. */
  appUrl: string;
}

export interface RegisterPlace {
  /** A superuser's URL of the embedded server, any database. */
  adminUrl: string;
  database: string;
  ownerPassword: string;
  appPassword: string;
  say: (line: string) => void;
}

const OWNER = 'dondoc_owner';
const APP_LOGIN = 'dondoc_app_login';

/** Makes the register's database and its two roles on an embedded server where they are missing, and brings the tables up to date. */
export async function prepareRegister(place: RegisterPlace): Promise<RegisterUrls> {
  const admin = new pg.Client({ connectionString: place.adminUrl });
  await admin.connect();
  try {
    await ensureRole(admin, 'dondoc_app', 'nologin');
    await ensureRole(admin, OWNER, `login password ${admin.escapeLiteral(place.ownerPassword)}`);
    await ensureRole(
      admin,
      APP_LOGIN,
      `login password ${admin.escapeLiteral(place.appPassword)} in role dondoc_app`,
    );
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [
      place.database,
    ]);
    if (rowCount === 0) {
      await admin.query(`create database ${admin.escapeIdentifier(place.database)} owner ${OWNER}`);
    }
  } finally {
    await admin.end();
  }
  const urls = registerUrls(place);
  await migrate(urls.ownerUrl, place.say);
  return urls;
}

/** The two roles' URLs of a register's database. */
export function registerUrls(place: Omit<RegisterPlace, 'say'>): RegisterUrls {
  const urlOf = (user: string, password: string): string => {
    const url = new URL(place.adminUrl);
    url.username = user;
    url.password = password;
    url.pathname = `/${place.database}`;
    return url.href;
  };
  return {
    ownerUrl: urlOf(OWNER, place.ownerPassword),
    appUrl: urlOf(APP_LOGIN, place.appPassword),
  };
}

async function ensureRole(admin: pg.Client, name: string, options: string): Promise<void> {
  const { rowCount } = await admin.query('select 1 from pg_roles where rolname = $1', [name]);
  if (rowCount === 0) await admin.query(`create role ${name} ${options}`);
}
