import { type Command, Option } from 'commander';
import { type Language, MESSAGE_TABLES } from '../check/messageTables.ts';
import { printProblems } from '../check/printProblems.ts';
import { readNoticeFile } from '../check/readNoticeFile.ts';

/** `dondoc check FILE`: says every error of a notice file with its place and what would be right; starts and writes nothing. */
export function addCheck(program: Command): void {
  program
    .command('check')
    .description('check a notice file: every error with its place and what would be right')
    .argument('<file>', 'a notice file in YAML')
    .addOption(
      new Option(
        '--language <language>',
        "of the messages; the notice's own unless given, English where that cannot be read",
      ).choices(Object.keys(MESSAGE_TABLES)),
    )
    .option('--json', 'print what was found as JSON')
    .action(async (file: string, options: { json?: boolean; language?: Language }) => {
      const read = await readNoticeFile(file, options.language);
      const { problems, warnings } = read;
      if (options.json)
        console.log(JSON.stringify({ fileName: file, problems, warnings }, null, 2));
      else process.stdout.write(printProblems(read));
      if (problems.length > 0) process.exitCode = 1;
    });
}
