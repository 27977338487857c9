import type { Api } from '../deps.ts';
import { UPLOAD_LIMITS } from '../uploads/limits.ts';

/** Notice files come in as YAML: taken as text here, since a checked reading needs to know where each value stands. */
export function noticeFiles(api: Api): void {
  api.addContentTypeParser(
    ['application/yaml', 'application/x-yaml', 'text/yaml', 'text/plain'],
    { parseAs: 'string', bodyLimit: UPLOAD_LIMITS.noticeBytes },
    (_request, body, done) => done(null, body),
  );
}
