import type { FastifyInstance, FastifyReply } from 'fastify';
import { isStorable } from '../../../contracts/storableText.ts';
import { listMail, mailAddresses, readMessage } from '../../mailbox/listMail.ts';
import { asShown, type ShownMail } from '../../mailbox/readMail.ts';
import type { ConsoleParts } from '../consoleParts.ts';
import { allowLetterStyles } from '../guard.ts';
import { inboxView } from '../views/InboxView.tsx';
import { messageView } from '../views/MessageView.tsx';

const ON_A_PAGE = 50;

/** The inbox: a list by receiver, and one message. Reading here does not count as the receiver's own reading. */
export function inboxRoutes(
  app: FastifyInstance,
  { pool, writing, neighbours, unknown }: ConsoleParts,
): void {
  app.get<{ Querystring: { to?: string; before?: string } }>('/inbox', async (request, reply) => {
    const { to: asked } = request.query;
    // asked for twice it is a list, and a NUL is in no address
    const to = typeof asked === 'string' && isStorable(asked) ? asked : '';
    const before = idIn(request.query.before);
    const mail = await listMail(pool, { to: to || undefined, before, limit: ON_A_PAGE + 1 });
    const shown = mail.slice(0, ON_A_PAGE);
    return html(
      reply,
      inboxView({
        writing,
        neighbours,
        to,
        mail: shown,
        addresses: await mailAddresses(pool),
        older: mail.length > ON_A_PAGE ? (shown.at(-1)?.id ?? null) : null,
        isNewest: before === undefined,
      }),
    );
  });

  app.get<{ Params: { id: string } }>('/inbox/:id', async (request, reply) => {
    const id = idIn(request.params.id);
    const message = id === undefined ? undefined : await readMessage(pool, id);
    if (!message) return unknown(reply);
    const mail = withPresentLinks(await asShown(message.raw), neighbours.apiUrl);
    const { to: mailbox, notedAt } = message;
    return html(
      allowLetterStyles(reply),
      messageView({ writing, neighbours, mail, mailbox, notedAt }),
    );
  });
}

const html = (reply: FastifyReply, page: string): FastifyReply =>
  reply.type('text/html; charset=utf-8').send(page);

const idIn = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;

/** The pages may have moved to another port since the letter went out: its links open where they are now. */
function withPresentLinks(mail: ShownMail, apiUrl: string): ShownMail {
  const moved = (text: string): string =>
    text.replace(/http:\/\/127\.0\.0\.1:\d+(?=\/[rdf]\/)/g, apiUrl);
  return { ...mail, text: moved(mail.text), html: mail.html === null ? null : moved(mail.html) };
}
