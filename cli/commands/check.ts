import type { Command } from 'commander';
import { printProblems } from '../check/printProblems.ts';
import { readNoticeFile } from '../check/readNoticeFile.ts';

/** `dondoc check FILE`: says every error of a notice file with its place and what would be right; starts and writes nothing. */
export function addCheck(program: Command): void {
  program
    .command('check')
    .description('check a notice file: every error with its place and what would be right')
    .argument('<file>', 'a notice file in YAML')
    .option('--json', 'print what was found as JSON')
    .action(async (file: string, options: { json?: boolean }) => {
      const read = await readNoticeFile(file);
      const { problems, warnings } = read;
      if (options.json)
        console.log(JSON.stringify({ fileName: file, problems, warnings }, null, 2));
      else process.stdout.write(printProblems(read));
      if (problems.length > 0) process.exitCode = 1;
    });
}
