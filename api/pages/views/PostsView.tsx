import type { PartyRow } from '../../../db/reading/parties.ts';
import type { Instant } from '../../../domain/time/types.ts';
import { desk } from '../catalogue/desk.ts';
import { further } from '../catalogue/further.ts';
import { start } from '../catalogue/start.ts';
import { renderPage } from '../layout.tsx';
import type { OnPage } from './desk/DeskForm.tsx';
import { HolderForm } from './desk/further/ChangeHolder.tsx';
import { Table } from './Table.tsx';

export interface PostsViewProps extends OnPage {
  noticeId: string;
  now: Instant;
  done: boolean;
  posts: PartyRow[];
}

/** Posts and units with whoever holds them, and the form that changes it. */
export function postsView(props: PostsViewProps): string {
  const { opened, noticeId, now, done, posts } = props;
  const { writing } = opened;
  const say = writing.say(start);
  return renderPage(
    { language: writing.head.language, title: say.holders, head: writing.head },
    <>
      <h1>{say.holders}</h1>
      <p>
        {say.asOf(writing.atOn(now))}. <a href={`/notices/${noticeId}`}>{say.toNotice}</a>
      </p>
      {done ? (
        <section class="good" role="status">
          <p>{writing.say(desk).done}</p>
        </section>
      ) : null}
      <section>
        <h2>{writing.say(further).holder}</h2>
        <HolderForm on={props} posts={posts} />
      </section>
      <section>
        <h2>{say.now}</h2>
        <Table
          columns={[{ label: writing.say(further).whichPost }, { label: say.holder }]}
          rows={posts.map((post) => [post.title, <Holders writing={writing} post={post} />])}
        />
      </section>
    </>,
  );
}

function Holders({ writing, post }: { writing: OnPage['opened']['writing']; post: PartyRow }) {
  const say = writing.say(start);
  return (
    <>
      {post.holders.length === 0 ? <span class="tag late">{say.vacant}</span> : null}
      {post.holders.map(({ name, hasAddress }) => (
        <div>
          {name} {hasAddress ? null : <span class="tag late">{say.noAddress}</span>}
        </div>
      ))}
      {post.ahead === null ? null : <small>{say.changesAt(writing.at(post.ahead.at))}</small>}
    </>
  );
}
