import type { Api } from '../deps.ts';
import { refuseTexts } from '../incoming/refuseTexts.ts';

/**
 * What stands before the schemas of every route: JSON is parsed without a way to a prototype, and no text comes in that
 * the register cannot hold, in a body, a query or a path.
 */
export function checkIncoming(api: Api): void {
  const parse = api.getDefaultJsonParser('error', 'error');
  api.removeContentTypeParser('application/json');
  api.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text, done) => {
    parse(request, text as string, (error, body) => {
      if (error) return done(error);
      try {
        refuseTexts(body);
      } catch (refusal) {
        return done(refusal as Error);
      }
      return done(null, body);
    });
  });
  api.addHook('preValidation', async (request) => {
    refuseTexts(request.params, '/params');
    refuseTexts(request.query, '/querystring');
  });
}
