import type { FastifyRequest } from 'fastify';
import { readNotice } from '../../../db/notices/readNotice.ts';
import { noticeHead } from '../../../domain/notice/letterFacts.ts';
import { writingFor } from '../../../letters/compose/writing.ts';
import type { ApiDeps, Routes } from '../../deps.ts';
import { Problem } from '../../problems/problem.ts';
import { answerWithPage, sendPage } from '../answerPage.ts';
import { type Opened, openLink } from '../openLink.ts';
import { adminIn, toSignIn } from '../session.ts';
import { readsRegister } from '../story/readsRegister.ts';
import { pathsUnder } from '../story/registerPaths.ts';
import {
  type RegisterReader,
  showNotice,
  showPeriod,
  showProcess,
  showWhole,
} from '../story/showStory.ts';

/** Who reads: whose request it is; null where somebody has to sign in first. */
type ReaderOf = (request: FastifyRequest) => Promise<RegisterReader | null>;

interface InPeriod {
  Params: { process: string; key: string };
  Querystring: { from?: string };
}

/**
 * The register's pages, which only read: a notice at a glance, each process, each period with all that happened. Admins
 * open them when signed in; the office and those above the ladders from their desk.
 */
export const registerPages: Routes = (api, deps) => {
  const config = { answerProblem: answerWithPage };
  const options = { config, schema: { hide: true } };

  const pagesAt = (root: string, readerOf: ReaderOf) => {
    const page = (
      path: string,
      show: (reader: RegisterReader, request: FastifyRequest<InPeriod>) => Promise<string>,
    ) =>
      api.get<InPeriod>(`${root}${path}`, options, async (request, reply) => {
        const reader = await readerOf(request);
        if (reader === null) return toSignIn(reply, noticeOf(request));
        return sendPage(reply, await show(reader, request));
      });
    page('', (reader) => showNotice(deps, reader));
    page('/story', (reader, { query }) => showWhole(deps, reader, query.from));
    page('/processes/:process', (reader, { params, query }) =>
      showProcess(deps, reader, params.process, query.from),
    );
    page('/processes/:process/periods/:key', (reader, { params, query }) =>
      showPeriod(deps, reader, { processId: params.process, periodKey: params.key }, query.from),
    );
  };

  pagesAt('/notices/:notice', async (request) =>
    (await adminIn(deps, request)) ? adminReader(deps, noticeOf(request)) : null,
  );
  pagesAt('/d/:token/register', async (request) =>
    deskReader(await openLink(deps, (request.params as { token: string }).token, 'desk')),
  );
};

const noticeOf = (request: FastifyRequest): string => (request.params as { notice: string }).notice;

async function adminReader(deps: ApiDeps, noticeId: string): Promise<RegisterReader> {
  const { notice, state } = await readNotice(deps.pool, noticeId);
  return {
    noticeId,
    notice,
    state,
    now: await deps.now(noticeId),
    writing: writingFor(noticeHead(notice)),
    paths: pathsUnder(`/notices/${noticeId}`),
    beyond: { start: '/', posts: `/notices/${noticeId}/posts` },
  };
}

/** @throws Problem `not-found` for anybody whose desk does not read the register */
function deskReader(opened: Opened): RegisterReader {
  if (!readsRegister(opened)) throw new Problem('not-found', 'no such page');
  const { noticeId, notice, state, now, writing, path } = opened;
  const paths = pathsUnder(`${path}/register`);
  return { noticeId, notice, state, now, writing, paths, beyond: null };
}
