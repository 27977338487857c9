import type { Command } from 'commander';
import { day } from './preview.ts';
import { wholeNumber } from './wholeNumber.ts';

/** `dondoc start`: the embedded stack with a notice in rehearsal, standing still after its first weeks, ready to be explored. */
export function addStart(program: Command): void {
  program
    .command('start')
    .description(
      'bring up everything on this machine and rehearse a notice; Ctrl-C stops it, the next start goes on',
    )
    .argument('[file]', 'a notice file in YAML', 'notices/trieu-son-2020.yaml')
    .option(
      '--to <day>',
      'rehearse up to this day and stand still there, YYYY-MM-DD',
      day,
      '2020-12-31',
    )
    .option('--seed <n>', 'how the cast plays', wholeNumber, 1)
    .option('--state <folder>', 'where everything is kept', '.dondoc')
    .action(async (file: string, options: { to: string; seed: number; state: string }) => {
      const { startTrial } = await import('../../dev/trial/startTrial.ts');
      return startTrial({ file, to: options.to, seed: options.seed, path: options.state });
    });
}
