import type { StoryEvent } from '../../../domain/log/storyEvent.ts';
import { story as phrases } from '../catalogue/story.ts';
import { renderPage } from '../layout.tsx';
import type { RegisterPaths } from '../story/registerPaths.ts';
import type { Reader } from '../story/tellEvent.ts';
import { Story } from './StoryParts.tsx';

export interface NoticeStoryProps {
  reader: Reader;
  paths: RegisterPaths;
  events: readonly StoryEvent[];
  more: string | null;
}

/** What happened to a notice as a whole, beside its processes. */
export function noticeStoryView({ reader, paths, events, more }: NoticeStoryProps): string {
  const { writing } = reader;
  const say = writing.say(phrases);
  return renderPage(
    { language: writing.head.language, title: say.whole, head: writing.head },
    <>
      <h1>{say.whole}</h1>
      <p>
        <a href={paths.notice}>{say.toNotice}</a>.
      </p>
      <Story reader={reader} events={events} more={more} />
    </>,
  );
}
