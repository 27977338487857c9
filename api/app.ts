import fastify from 'fastify';
import {
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import type { Api, ApiDeps } from './deps.ts';
import { pages } from './pages/pages.ts';
import { logAnswers } from './plugins/answers.ts';
import { document } from './plugins/documents.ts';
import { handleErrors } from './plugins/errors.ts';
import { forgetInTime } from './plugins/forgetting.ts';
import { checkIncoming } from './plugins/incoming.ts';
import { noticeFiles } from './plugins/noticeFiles.ts';
import { countRequests } from './plugins/requestsInFlight.ts';
import { guard } from './plugins/security.ts';
import { answerProblem } from './problems/answerProblem.ts';
import { Problem } from './problems/problem.ts';
import { routes } from './routes/routes.ts';
import { UPLOAD_LIMITS } from './uploads/limits.ts';

/**
 * The HTTP server: the API under /api/v1 with its description at /docs, and the pages behind letters' links. It is not
 * listening yet; `listen`, `inject` and `close` are the framework's.
 */
export async function buildApi(deps: ApiDeps): Promise<Api> {
  const api: Api = fastify({
    loggerInstance: deps.logger,
    // paths carry links' tokens: our own line names the route
    logController: new fastify.LogController({ disableRequestLogging: true }),
    bodyLimit: UPLOAD_LIMITS.jsonBytes,
    trustProxy: deps.trustProxy ?? false,
    routerOptions: { maxParamLength: 2048, ignoreTrailingSlash: false },
    requestTimeout: 120_000,
    // an address that cannot be read reaches no route; the framework's own answer would repeat it
    frameworkErrors: (_error, request, reply) =>
      answerProblem(request, reply, new Problem('bad-request', 'the address cannot be read')),
  }).withTypeProvider<ZodTypeProvider>();
  api.setValidatorCompiler(validatorCompiler);
  api.setSerializerCompiler(serializerCompiler);
  api.decorateRequest('caller', null);

  countRequests(api, deps);
  logAnswers(api);
  handleErrors(api);
  checkIncoming(api);
  await guard(api, deps);
  await document(api, deps);
  noticeFiles(api);
  forgetInTime(api, deps);
  for (const resource of [...routes, ...pages]) resource(api, deps);
  await api.ready();
  return api;
}
