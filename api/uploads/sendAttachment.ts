import type { FastifyReply } from 'fastify';
import type { AttachmentRead } from '../../db/submissions/readSubmission.ts';

/** Sends a file to be saved, never shown: whatever it contains, no browser runs it here. */
export function sendAttachment(reply: FastifyReply, file: AttachmentRead) {
  const ascii = file.fileName.replace(/[^\x20-\x7e]|["\\]/g, '_');
  const encoded = encodeURIComponent(file.fileName).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return reply
    .type(file.mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : file.mediaType)
    .header('content-disposition', `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'private, no-store')
    .serializer((content: Buffer) => content as unknown as string) // bytes as they are
    .send(file.content);
}
