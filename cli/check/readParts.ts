import type { z } from 'zod';
import { Calendar, NoticeFile, Process } from '../../contracts/notice/index.ts';
import type { Located, NoticeParts, Path } from '../../domain/notice/meaning/parts.ts';
