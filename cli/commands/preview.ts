import { type Command, InvalidArgumentError } from 'commander';
import { previewNotice } from '../../domain/preview/preview.ts';
import { parseLocalDate } from '../../domain/time/zone.ts';
import { readChecked } from '../check/readChecked.ts';
import { printPreview } from '../preview/printPreview.ts';

/** A day given as an option. */
export function day(text: string): string {
  try {
    return parseLocalDate(text);
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
}

/** `dondoc preview FILE`: everything that would happen, before anything starts, from the plan that the workflows run. */
export function addPreview(program: Command): void {
  program
    .command('preview')
    .description('show every prompt, reminder, due time, lock and rung before anything starts')
    .argument('<file>', 'a notice file in YAML')
    .option('--from <day>', 'from this day on, YYYY-MM-DD', day)
    .option('--to <day>', 'up to this day, YYYY-MM-DD', day)
    .option('--json', 'print the whole preview as JSON')
    .action(async (file: string, options: { from?: string; to?: string; json?: boolean }) => {
      const notice = await readChecked(file);
      const { from, to } = options;
      const preview = previewNotice(notice, { from, to });
      process.stdout.write(
        options.json ? `${JSON.stringify(preview, null, 2)}\n` : printPreview(preview, notice),
      );
    });
}
