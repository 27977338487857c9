import type { Command } from 'commander';
import { previewAmendment } from '../../domain/amendment/previewAmendment.ts';
import { ownStart } from '../../domain/plan/planProcess.ts';
import { readChecked } from '../check/readChecked.ts';
import { printAmendment } from '../preview/printAmendment.ts';
import { day } from './preview.ts';

/** `dondoc preview-amendment OLD NEW`: before and after of everything that an amended file would change. */
export function addPreviewAmendment(program: Command): void {
  program
    .command('preview-amendment')
    .description('show before and after of everything that an amended notice file would change')
    .argument('<old>', 'the notice file in force')
    .argument('<new>', 'the amended notice file')
    .option('--on <day>', 'as if it were amended on this day, YYYY-MM-DD', day)
    .option('--json', 'print the whole preview as JSON')
    .action(async (old: string, amended: string, options: { on?: string; json?: boolean }) => {
      const before = await readChecked(old);
      const after = await readChecked(amended);
      const now = options.on === undefined ? ownStart(before) : atNoon(options.on);
      const nothingYet = {
        erased: new Set<string>(),
        states: new Map(),
        startedAt: new Map(),
        periods: new Map(),
      };
      const preview = previewAmendment(before, after, { now, ...nothingYet });
      process.stdout.write(
        options.json ? `${JSON.stringify(preview, null, 2)}\n` : printAmendment(preview, after),
      );
      if (preview.refused.length > 0) process.exitCode = 1;
    });
}

const atNoon = (date: string): string => `${date}T12:00:00.000Z`;
