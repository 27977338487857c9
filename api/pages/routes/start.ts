import { listNotices } from '../../../db/reading/notices.ts';
import type { Language } from '../../../letters/catalogue/phrases.ts';
import { callerOf } from '../../auth/caller.ts';
import type { ApiDeps, Routes } from '../../deps.ts';
import { readPlainForm, textIn } from '../../uploads/readForm.ts';
import { answerWithPage, sendPage } from '../answerPage.ts';
import { adminIn, mustComeFromHere, signIn, signOut, withOrigin } from '../session.ts';
import { signInView, startView } from '../views/StartView.tsx';

/** Sign-in with a token may be tried so often a minute from one address. */
const SIGN_INS_PER_MINUTE = 20;
/** A token and the address of a page: whoever sends more is not signing in. */
const SIGN_IN_BYTES = 10_000;

/** Pages for admins: the start page, sign-in and sign-out. */
export const startPages: Routes = (api, deps) => {
  const config = { answerProblem: answerWithPage };

  api.get('/', { config, schema: { hide: true } }, async (request, reply) => {
    if (!(await adminIn(deps, request))) return reply.redirect('/sign-in', 303);
    const notices = await listNotices(deps.pool);
    const language = notices[0]?.language ?? 'vi';
    return sendPage(withOrigin(reply), startView({ language, notices, links: deps.links() }));
  });

  api.get<{ Querystring: { next?: string } }>(
    '/sign-in',
    { config, schema: { hide: true } },
    async (request, reply) => {
      const language = await languageOf(deps);
      const next = ownPath(request.query.next);
      return sendPage(withOrigin(reply), signInView({ language, wrong: false, next }));
    },
  );

  api.post(
    '/sign-in',
    {
      config: { ...config, rateLimit: { max: SIGN_INS_PER_MINUTE, timeWindow: 60_000 } },
      bodyLimit: SIGN_IN_BYTES,
      schema: { hide: true },
    },
    async (request, reply) => {
      mustComeFromHere(deps, request);
      const form = readPlainForm(request);
      const token = textIn(form, 'token');
      const next = ownPath(textIn(form, 'next'));
      const caller = await callerOf(deps.pool, token);
      if (caller?.role === 'admin') return signIn(deps, reply, token).redirect(next, 303);
      const html = signInView({ language: await languageOf(deps), wrong: true, next });
      return sendPage(withOrigin(reply), html, 401);
    },
  );

  api.post('/sign-out', { config, schema: { hide: true } }, async (request, reply) => {
    mustComeFromHere(deps, request);
    return signOut(deps, reply).redirect('/sign-in', 303);
  });
};

/** Where to go after signing in: a page of ours, never an address elsewhere. */
const ownPath = (next: string | undefined): string =>
  next !== undefined && /^\/notices\/[a-z0-9-]{1,64}$/.test(next) ? next : '/';

async function languageOf(deps: ApiDeps): Promise<Language> {
  const [first] = await listNotices(deps.pool);
  return first?.language ?? 'vi';
}
