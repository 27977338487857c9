import type { Command } from 'commander';
import { day } from './preview.ts';
import { wholeNumber } from './wholeNumber.ts';

/** `dondoc rehearse`: a notice played through from its start, with a summary at the end that is the same for the same seed. */
export function addRehearse(program: Command): void {
  program
    .command('rehearse')
    .description(
      'play a notice through with a cast, on servers of its own, and count what came of it',
    )
    .argument('[file]', 'a notice file in YAML', 'notices/trieu-son-2020.yaml')
    .option('--to <day>', 'up to this day, YYYY-MM-DD; the notice’s end unless given', day)
    .option('--seed <n>', 'how the cast plays', wholeNumber, 1)
    .option('--json', 'print the summary as JSON')
    .option('--keep <folder>', 'keep the register and the letters in this folder')
    .action(
      async (
        file: string,
        options: { to?: string; seed: number; json?: boolean; keep?: string },
      ) => {
        const { rehearse } = await import('../../dev/trial/rehearse.ts');
        process.exitCode = await rehearse({ file, ...options });
      },
    );
}
