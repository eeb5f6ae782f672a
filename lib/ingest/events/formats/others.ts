import { DERIVED, eventOf, idOf } from '../build';
import { count, decimal, moment, text } from '../fields';
import { takeApart } from '../tokens-apart';
import { BadEvent, type EventFormat } from '../types';

/** OpenRouter's activity: a day and model per row. Prompt tokens hold cached ones that it does not tell apart; reasoning is inside the completion. */
export const openrouterActivity: EventFormat = {
  id: 'openrouter-activity',
  title: 'OpenRouter activity export',
  recognise: (item, isCsv) => isCsv && 'Slug' in item && 'Prompt Tokens' in item,
  read: (row, choices) => {
    const at = moment(row.Date, 'Date');
    const requests = count(row.Requests, 'Requests') ?? 0;
    const { tokens, flags } = takeApart({
      input: count(row['Prompt Tokens'], 'Prompt Tokens') ?? 0,
      output: count(row['Completion Tokens'], 'Completion Tokens') ?? 0,
      reasoning: count(row['Reasoning Tokens'], 'Reasoning Tokens'),
    });
    const usage = decimal(row.Usage, 'Usage');
    const event = eventOf(
      {
        id: idOf('openrouter', at, text(row.Slug), text(row.Provider), text(row['API Key Name'])),
        at,
        source: 'openrouter',
        channel: 'openrouter',
        modelText: text(row.Slug),
        apiKey: text(row['API Key Name']),
        requests,
        tokens,
        estimate: usage === null ? null : { amount: usage, currency: 'USD' },
        flags,
      },
      choices,
    );
    return { events: [event], skipped: 0, quantities: { requests } };
  },
};

/** Public traces of LLM serving (Azure LLM inference trace): when, how much went in, how much came out. */
export const workloadTrace: EventFormat = {
  id: 'workload-trace',
  title: 'LLM inference trace',
  recognise: (item, isCsv) => isCsv && 'TIMESTAMP' in item && 'ContextTokens' in item && 'GeneratedTokens' in item,
  read: (row, choices) => {
    const written = text(row.TIMESTAMP);
    const [input, output] = [count(row.ContextTokens, 'ContextTokens') ?? 0, count(row.GeneratedTokens, 'GeneratedTokens') ?? 0];
    const id = DERIVED + idOf('trace', written, input, output);
    const event = eventOf(
      {
        id,
        at: moment(written, 'TIMESTAMP'),
        source: 'trace',
        operation: 'chat',
        taskId: choices.taskType ? id : null,
        ...takeApart({ input, output }),
      },
      choices,
    );
    return { events: [event], skipped: 0, quantities: { requests: 1 } };
  },
};

/** BurstGPT counts seconds from an unnamed start, which a person has to name. */
export const burstGpt: EventFormat = {
  id: 'burstgpt',
  title: 'BurstGPT trace',
  recognise: (item, isCsv) => isCsv && 'Request tokens' in item && 'Response tokens' in item && 'Timestamp' in item,
  read: (row, choices) => {
    const seconds = Number(text(row.Timestamp) ?? Number.NaN);
    if (!Number.isFinite(seconds) || seconds < 0)
      throw new BadEvent('Timestamp', `"${text(row.Timestamp) ?? ''}" is no number of seconds.`);
    const start = Date.parse(moment(choices.startDate ?? null, 'Timestamp'));
    const { tokens, flags } = takeApart({
      input: count(row['Request tokens'], 'Request tokens') ?? 0,
      output: count(row['Response tokens'], 'Response tokens') ?? 0,
      total: count(row['Total tokens'], 'Total tokens'),
    });
    const event = eventOf(
      {
        id: DERIVED + idOf('burst', seconds, text(row.Model), tokens.input, tokens.output),
        at: new Date(start + seconds * 1000).toISOString(),
        source: 'trace',
        modelText: text(row.Model),
        tokens,
        flags,
      },
      choices,
    );
    return { events: [event], skipped: 0, quantities: { requests: 1 } };
  },
};
