import type { Notice } from '../../../../contracts/notice/index.ts';
import type { OfficialApi } from '../web/officialApi.ts';

/** What everybody of the cast acts with. */
export interface Stage {
  /** without a trailing slash */
  apiUrl: string;
  api: OfficialApi;
  notice: Notice;
  seed: number;
}
