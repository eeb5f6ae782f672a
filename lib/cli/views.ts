import { type Command, Option } from 'commander';
import { operatorOf } from '../services/identity/operator';
import { applyViews, exportViews } from '../services/views/apply-views';
import { listViews } from '../services/views/manage-views';
import { printPlan, readFile } from './agreements';
import { printTable } from './print';

const org = () => new Option('--org <organisation>', 'which organisation, by its slug or name');
const json = () => new Option('--json', 'print JSON');

/** `views list`, `views export`, `views import`. */
export function addViewCommands(program: Command): void {
  const views = program.command('views').description('questions of Costs that are saved and shared');
  views
    .command('list')
    .description('the shared views by folder')
    .addOption(org())
    .addOption(json())
    .action(async (o) => {
      const all = await listViews(await operatorOf(o.org));
      console.log(
        o.json
          ? all.map((v) => JSON.stringify(v)).join('\n')
          : printTable(
              all.map((v) => ({
                view: v.id,
                folder: v.folder,
                name: v.name,
                pinned: v.pinned ? 'yes' : '',
                by: v.createdByName,
                changed: v.changedAt.slice(0, 10),
                asks: v.address,
              })),
            ),
      );
    });
  views
    .command('export')
    .description('print the shared views as a file that `views import` reads')
    .addOption(org())
    .action(async (o) => console.log((await exportViews(await operatorOf(o.org))).trimEnd()));
  views
    .command('import <file>')
    .description('save the views of a YAML file as shared ones; the same file again changes nothing')
    .addOption(org())
    .addOption(json())
    .option('--dry-run', 'only say what would change')
    .action(async (file: string, o) => {
      const plan = await applyViews(await operatorOf(o.org, 'My organisation'), await readFile(file), o);
      console.log(o.json ? JSON.stringify(plan) : printPlan(plan, o.dryRun));
    });
}
