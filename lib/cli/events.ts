import { type Command, Option } from 'commander';
import { visible } from '../core/text/visible';
import type { EventImportResult } from '../core/usage/summary';
import { importEvents } from '../services/events/import-events';
import { refreshUsage } from '../services/events/refresh-usage';
import { operatorOf } from '../services/identity/operator';

const org = () => new Option('--org <organisation>', 'which organisation, by its slug or name');
const json = () => new Option('--json', 'print JSON');

/** `events import`. */
export function addEventCommands(program: Command): void {
  const events = program.command('events').description('usage: what was called, by whom, for what');
  events
    .command('import <file...>')
    .description('load usage events: LiteLLM, OpenTelemetry, Langfuse, OpenAI, Anthropic, OpenRouter, or plain CSV and JSON lines')
    .addOption(org())
    .addOption(json())
    .option('--format <id>', 'the format, when the recognised one is wrong')
    .option('--channel <channel>', 'where the calls were bought, when the file does not say: openai, azure, bedrock, vertex, anthropic …')
    .option('--model <model>', 'the model, when the file does not say')
    .option('--account <account>', "the provider's account, when the file does not say")
    .option('--task-type <name>', 'what the calls were for, when the file does not say')
    .option('--team <team>', 'whose calls they were, when the file does not say')
    .option('--start-date <day>', 'the first day of a trace that counts seconds from its start')
    .addOption(new Option('--people <how>', "people's names and e-mail addresses").choices(['hash', 'keep', 'drop']).default('hash'))
    .action(async (files: string[], o) => {
      const actor = await operatorOf(o.org, 'My organisation');
      const choices = {
        format: o.format,
        channel: o.channel,
        model: o.model,
        account: o.account,
        taskType: o.taskType,
        team: o.team,
        startDate: o.startDate,
        people: o.people,
      };
      let refused = 0;
      for (const file of files) {
        const result = await importEvents(actor, file, choices, { refresh: false });
        if (result.outcome === 'refused') refused++;
        console.log(o.json ? JSON.stringify(result) : printEvents(result));
      }
      await refreshUsage(actor.organizationId);
      process.exitCode = refused ? 1 : 0;
    });
}

function printEvents(r: EventImportResult): string {
  if (r.outcome === 'refused') return `${visible(r.file)}: refused. ${r.reason}`;
  if (r.outcome === 'unchanged') return `${visible(r.file)}: unchanged, it is there already.`;
  const lines = [
    `${visible(r.file)}: ${r.events} events${r.duplicates ? `, ${r.duplicates} were there already` : ''}${r.from ? `, ${r.from} to ${r.to}` : ''}`,
    `  tokens   ${r.tokens.input} in (${r.tokens.cachedInput} cached, ${r.tokens.cacheWriteInput} written to cache), ${r.tokens.output} out (${r.tokens.reasoning} reasoning)`,
    ...r.listCost.map(
      (c) => `  at list  ${r.unpriced ? '≥ ' : ''}${c.amount} ${c.currency}${r.unpriced ? `, ${r.unpriced} events without a price` : ''}`,
    ),
    ...(r.flagged ? [`  flagged  ${r.flagged} events whose parts do not add up`] : []),
    ...r.rejects.slice(0, 5).map((x) => `  line ${x.line}${x.column ? `, ${x.column}` : ''}: ${x.reason}`),
    ...(r.rejected > 5 ? [`  … ${r.rejected} rejected in all`] : []),
  ];
  return lines.join('\n');
}
