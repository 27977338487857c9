import type { Routes } from '../deps.ts';
import { deskPage } from './routes/desk.ts';
import { findingPage } from './routes/finding.ts';
import { postsPage } from './routes/posts.ts';
import { registerPages } from './routes/register.ts';
import { reportPage } from './routes/report.ts';
import { stagePage } from './routes/stage.ts';
import { startPages } from './routes/start.ts';

/** Every page that people open in a browser. */
export const pages: readonly Routes[] = [
  reportPage,
  stagePage,
  findingPage,
  deskPage,
  startPages,
  postsPage,
  registerPages,
];
