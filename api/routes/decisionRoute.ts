import type { FastifySchema } from 'fastify';
import type { z } from 'zod';
import type { Role } from '../../db/access/tokens.ts';
import { callerIn, only } from '../auth/caller.ts';
import type { Asked } from '../deciding/decide.ts';
import type { Api, ApiDeps } from '../deps.ts';
import { answerOnce } from '../idempotency/answerOnce.ts';
import { CreatingHeaders } from '../schemas/common.ts';
import { type About, operation } from '../schemas/operation.ts';

interface DecisionRoute<
  Params extends z.ZodType,
  Body extends z.ZodType,
  Answer extends z.ZodType,
> {
  path: string;
  /** roles of token that may ask at all; the relations in the notice decide then */
  roles: Role[];
  about: Omit<About, 'tag'>;
  params: Params;
  body: Body;
  answer: Answer;
  decide(asked: Asked<z.output<Body>>, params: z.output<Params>): Promise<z.output<Answer>>;
}

/** A POST by which somebody decides: taken once for its Idempotency-Key, under the decision's id made from it. */
export function decisionRoute<
  Params extends z.ZodType,
  Body extends z.ZodType,
  Answer extends z.ZodType,
>(api: Api, deps: ApiDeps, route: DecisionRoute<Params, Body, Answer>): void {
  const { path, roles, about, params, body, answer } = route;
  // the types of what comes in are told below: the framework cannot work them out from a schema that is a parameter
  const schema: FastifySchema = operation(
    { ...about, tag: 'decisions' },
    { params, headers: CreatingHeaders, body, response: { 200: answer } },
  );
  api.post(path, { onRequest: only(deps.pool, ...roles), schema }, async (request, reply) => {
    const caller = callerIn(request);
    // checked against these very schemas before the handler runs
    const decision = request.body as z.output<Body>;
    const given = request.params as z.output<Params>;
    const done = await answerOnce(deps, request, 200, (decisionId) =>
      route.decide({ caller, decisionId, decision }, given),
    );
    return reply.code(200).send(done.body);
  });
}
