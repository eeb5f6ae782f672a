/** Line, day, category, billed / effective cost, model or service, kind and number of tokens, team. */
export type Golden = string[];

/** Every fixture with the rows it must become. */
export const golden: [file: string, format: string, version: string | null, rows: Golden][] = [
  [
    'focus/focus-1.0.csv',
    'focus',
    '1.0',
    [
      '2 | 2026-08-03 | Usage | 0.33 / 0.33 EUR | gpt-4o-mini-2024-07-18 | input | 2000000 | search',
      '3 | 2026-08-04 | Usage | 0.66 / 0.66 EUR | gpt-4o-mini-2024-07-18 | output | 1100000 | search',
      '4 | 2026-08-01 | Tax | 0.1881 / 0.1881 EUR | Tax',
    ],
  ],
  [
    'focus/focus-1.1.csv',
    'focus',
    '1.1',
    [
      '2 | 2026-08-03 | Usage | 0.33 / 0.33 EUR | gpt-4o-mini-2024-07-18 | input | 2000000 | search',
      '3 | 2026-08-04 | Usage | 0.66 / 0.66 EUR | gpt-4o-mini-2024-07-18 | output | 1100000 | search',
      '4 | 2026-08-03 | Credit | -0.05 / -0.05 EUR | Azure OpenAI',
    ],
  ],
  [
    'focus/focus-1.2.csv',
    'focus',
    '1.2',
    [
      '2 | 2026-08-03 | Usage | 0.33 / 0.33 EUR | gpt-4o-mini-2024-07-18 | input | 2000000 | search',
      '3 | 2026-08-01 | Purchase | 876 / 0 EUR | Virtual Machines',
      '4 | 2026-08-03 | Usage | 0 / 1.2 EUR | Virtual Machines | search',
    ],
  ],
  [
    'focus/focus-1.3.csv',
    'focus',
    '1.3',
    [
      '2 | 2026-08-03 | Usage | 0.03 / 0.03 EUR | gemini-2.5-flash | input | 100000 | search',
      '3 | 2026-08-03 | Usage | 0.25 / 0.25 EUR | gemini-2.5-flash | output | 100000 | search',
    ],
  ],
  [
    'focus/focus-1.4.csv',
    'focus',
    '1.4',
    [
      '2 | 2026-08-03 | Usage | 0.800000000000000001 / 0.800000000000000001 EUR | nova-pro | input | 1000000 | search',
      '3 | 2026-08-01 | Tax | 0.1881 / 0.1881 EUR | Tax',
    ],
  ],
  [
    'focus/snake-case.csv',
    'focus',
    '1.2',
    [
      '2 | 2026-08-03 | Usage | 0.33 / 0.33 EUR | gpt-4o-mini-2024-07-18 | input | 2000000 | search',
      '3 | 2026-08-04 | Usage | 0.66 / 0.66 EUR | gpt-4o-mini-2024-07-18 | output | 1100000 | search',
    ],
  ],
  [
    'azure/ea-actual.csv',
    'azure-cost-details',
    'EA',
    [
      '2 | 2026-08-13 | Usage | 0.99 / 0.99 EUR | gpt-5-mini | input | 4500000 | chat',
      '3 | 2026-08-14 | Usage | 2.2 / 2.2 EUR | gpt-5-mini | output | 1250000 | chat',
      '4 | 2026-08-15 | Purchase | 1200 / 0 EUR | Virtual Machines', // a reservation is billed when bought and costs its usage later
      '5 | 2026-08-15 | Usage | 0 / 0 EUR | Virtual Machines',
    ],
  ],
  [
    'azure/ea-amortized.csv',
    'azure-cost-details',
    'EA',
    [
      '2 | 2026-08-13 | Usage | – / 0.99 EUR | gpt-5-mini | input | 4500000 | chat',
      '3 | 2026-08-14 | Usage | – / 2.2 EUR | gpt-5-mini | output | 1250000 | chat',
      '4 | 2026-08-15 | Usage | – / 3.28767123 EUR | Virtual Machines',
      '5 | 2026-08-15 | Usage | – / 0.2739726 EUR | Virtual Machines', // the unused part of the reservation
    ],
  ],
  [
    'azure/mca.csv',
    'azure-cost-details',
    'MCA',
    [
      '2 | 2026-08-21 | Usage | 0.979 / 0.979 CHF | gpt-4.1 | input | 500000 | labs',
      '3 | 2026-08-21 | Adjustment | 0.001 / 0.001 CHF | Rounding',
    ],
  ],
  ['azure/csp.csv', 'azure-cost-details', 'CSP', ['2 | 2026-08-22 | Usage | 0.979 / 0.979 EUR | gpt-4.1 | input | 500000 | labs']],
  [
    'azure/payg-german.csv',
    'azure-cost-details',
    'pay-as-you-go',
    [
      '2 | 2026-08-05 | Usage | 0.45 / 0.45 EUR | gpt-4o-mini-2024-07-18 | input | 3000000 | prüfung',
      '3 | 2026-08-06 | Usage | 0.12 / 0.12 EUR | Bandwidth',
    ],
  ],
  [
    'aws/cur-legacy.csv',
    'aws-cur',
    'legacy',
    [
      '2 | 2026-08-10 | Usage | 1.2 / 1.2 USD | nova-pro | input | 1500000 | search',
      '3 | 2026-08-10 | Usage | 0 / 0.07 USD | Amazon EC2 | search', // its negation, line 4, is folded into it
      '5 | 2026-08-10 | Purchase | 0.1 / 0.03 USD | Savings Plans for AWS Compute usage', // used 0.07 + unused 0.03 = committed 0.1
      '6 | 2026-08-01 | Tax | 0.228 / 0.228 USD | Amazon Bedrock',
    ],
  ],
  [
    'aws/cur-2.0.csv',
    'aws-cur',
    '2.0',
    [
      '2 | 2026-08-10 | Usage | 1.2 / 1.2 USD | nova-pro | input | 1500000 | search',
      '3 | 2026-08-10 | Usage | 3 / 3 USD | claude-sonnet-4-6 | output | 200000 | search',
    ],
  ],
  [
    'aws/cur-athena.csv',
    'aws-cur',
    'snake_case',
    [
      '2 | 2026-08-10 | Usage | 1.2 / 1.2 USD | nova-pro | input | 1500000 | search',
      '3 | 2026-08-01 | Tax | 0.228 / 0.228 USD | Amazon Bedrock',
    ],
  ],
  [
    'openai/dashboard-cost.csv',
    'openai-costs',
    null,
    [
      '3 | 2026-08-02 | Usage | 0.00383598 / 0.00383598 USD | gpt-5.5-2026-04-23 | cached_input | 1200000',
      '4 | 2026-08-02 | Usage | 1.25 / 1.25 USD | gpt-4.1-2025-04-14 | output | 250000',
      '5 | 2026-08-02 | Usage | 0.05 / 0.05 USD | OpenAI API',
    ],
  ],
  [
    'openai/costs.json',
    'openai-costs',
    null,
    [
      '1 | 2026-08-02 | Usage | 0.06 / 0.06 USD | gpt-4.1-2025-04-14 | input | 30000',
      '2 | 2026-08-02 | Usage | 0.750000000000000000000000000001 / 0.750000000000000000000000000001 USD | gpt-4.1-2025-04-14 | output | 93750',
    ],
  ],
  [
    'openai/usage-completions.json', // one result, four kinds of tokens that are disjoint, no money
    'openai-usage',
    null,
    [
      '1 | 2026-08-02 | Usage | – / – – | gpt-4.1-2025-04-14 | cache_write | 100',
      '1 | 2026-08-02 | Usage | – / – – | gpt-4.1-2025-04-14 | cached_input | 400',
      '1 | 2026-08-02 | Usage | – / – – | gpt-4.1-2025-04-14 | input | 500',
      '1 | 2026-08-02 | Usage | – / – – | gpt-4.1-2025-04-14 | output | 500',
    ],
  ],
  [
    'gcp/detailed.jsonl',
    'gcp-billing',
    'detailed',
    [
      '1 | 2026-08-03 | Usage | 0.3 / 0.3 EUR | gemini-2.5-flash | input | 1000000 | search',
      '2 | 2026-08-03 | Usage | 2.2499950000000001 / 2.2499950000000001 EUR | gemini-2.5-flash | output | 1000000 | search',
      '3 | 2026-08-03 | Purchase | 40 / 40 EUR | Compute Engine | platform',
      '4 | 2026-09-01 | Tax | 8.5 / 8.5 EUR | Invoice',
      '5 | 2026-08-03 | Adjustment | -0.1 / -0.1 EUR | gemini-2.5-flash | input | search',
    ],
  ],
  [
    'gcp/standard.csv',
    'gcp-billing',
    'standard',
    [
      '2 | 2026-08-03 | Usage | 0.999999999 / 0.999999999 USD | gemini-2.5-pro | input | 1000000 | search',
      '3 | 2026-09-01 | Usage | 10 / 10 USD | gemini-2.5-pro | output | 1000000 | platform',
      '4 | 2026-08-03 | Credit | -3 / -3 USD | Vertex AI | platform',
      '5 | 2026-08-31 | Adjustment | 0.004 / 0.004 USD | Vertex AI | platform',
    ],
  ],
  [
    'gcp/python-literals.csv',
    'gcp-billing',
    'standard',
    [
      "2 | 2026-08-09 | Usage | 0 / 0 USD | gemini-2.5-flash | input | 2000000 | people's",
      '3 | 2026-08-09 | Usage | 5.0000000001 / 5.0000000001 USD | gemini-2.5-flash | output | 2000000',
    ],
  ],
  [
    'oci/cost-report.csv',
    'oci-cost',
    null,
    [
      '2 | 2026-08-03 | Usage | 0.240000000000000001 / 0.240000000000000001 EUR | command | search',
      '3 | 2026-08-03 | Usage | 1.08 / 2.16 EUR | llama-3.3-70b | input | search',
      '4 | 2026-08-03 | Usage | -0.00000032 / -0.00000032 EUR | COMPUTE',
    ],
  ],
  [
    'oci/focus-preview.csv',
    'oci-focus',
    '1.0-preview',
    ['2 | 2026-08-15 | Usage | 1.5 / 1.5 EUR | command | search', '3 | 2026-08-15 | Usage | -0.5 / -0.5 EUR | command | search'],
  ],
  [
    'anthropic/console-cost.csv',
    'anthropic-costs',
    'console',
    [
      '2 | 2026-08-03 | Usage | 0.31 / 0.31 USD | claude-sonnet-4-5 | input',
      '3 | 2026-08-03 | Usage | 0.07 / 0.07 USD | claude-sonnet-4-5 | cache_write',
      '4 | 2026-08-04 | Usage | 0.2 / 0.2 USD | Anthropic API',
    ],
  ],
  [
    'anthropic/console-cost-2025.csv',
    'anthropic-costs',
    'console',
    ['2 | 2025-08-03 | Usage | 1.75 / 1.75 USD | claude-opus-4-1 | output'],
  ],
  [
    'anthropic/cost-report.json',
    'anthropic-costs',
    null,
    [
      '1 | 2026-08-03 | Usage | 1.2378912 / 1.2378912 USD | claude-opus-5 | input',
      '2 | 2026-08-03 | Usage | 0.00000000000000000001 / 0.00000000000000000001 USD | claude-opus-5 | cache_write',
      '3 | 2026-08-04 | Usage | 10 / 10 USD | Anthropic API',
    ],
  ],
  [
    'github/ai-usage.csv',
    'github-usage',
    'AI usage with tokens',
    [
      '2 | 2026-09-05 | Usage | 0.0272621300000001 / 0.0272621300000001 USD | claude-sonnet-5',
      '3 | 2026-09-05 | Usage | 0.1 / 0.1 USD | claude-haiku-4-5',
      '4 | 2026-09-06 | Usage | 1 / 1 USD | GitHub Copilot',
    ],
  ],
  [
    'github/premium-requests.csv',
    'github-usage',
    'premium requests',
    ['2 | 2026-05-04 | Usage | 1 / 1 USD | gpt-5', '3 | 2026-05-13 | Usage | 0 / 0 USD | GitHub Copilot'],
  ],
  [
    'github/metered.csv',
    'github-usage',
    'metered',
    ['2 | 2026-09-10 | Usage | 0.96 / 0.96 USD | GitHub Actions', '3 | 2026-09-10 | Purchase | 1.9 / 1.9 USD | GitHub Copilot'],
  ],
  ['github/premium-requests.json', 'github-usage', 'AI usage', ['1 | 2026-09-01 | Usage | 3 / 3 USD | gpt-5']],
  [
    'openrouter/activity.csv',
    'openrouter-activity',
    null,
    [
      '2 | 2026-08-03 | Usage | 4.3000000000000001 / 4.3000000000000001 USD | claude-opus-4-7',
      '3 | 2026-08-04 | Usage | 0.7 / 0.7 USD | gemini-2.5-pro',
    ],
  ],
  ['openrouter/activity.json', 'openrouter-activity', null, ['1 | 2026-08-05 | Usage | 0.015 / 0.015 USD | gpt-5-mini']],
  [
    'm365/licenses.csv',
    'm365-licenses',
    null,
    [
      '2 | 2026-08-13 | Purchase | 562 / 562 EUR | Microsoft 365 Copilot',
      '3 | 2026-08-13 | Purchase | -10.5 / -10.5 EUR | Microsoft 365 E5',
    ],
  ],
];
