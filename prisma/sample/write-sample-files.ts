import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { awsLegacyFiles } from './aws-cur-legacy';
import { awsReportFiles } from './aws-cur2';
import { azureEnterpriseFiles } from './azure-ea';
import { azureCustomerFiles } from './azure-mca';
import { sampleMonths } from './calendar';
import { googleFiles } from './focus-gcp';
import { oracleFiles } from './focus-oracle';
import { gatewayLogs } from './gateway-log';
import { openAiDashboardFile, openAiFiles } from './openai';
import type { SampleContent, SampleFile } from './sample-file';
import { storyOf } from './story';

/**
 * The billing files of an invented company, in the formats of its providers: twelve full months before `today` and the current one up to
 * yesterday. The same day gives the same bytes. The list is in the order to load: by month, and a version before the one that replaces it.
 */
export async function writeSampleFiles(folder: string, { today }: { today: string }): Promise<SampleFile[]> {
  const [months, story] = [sampleMonths(today), storyOf(today)];
  const contents: SampleContent[] = [
    ...azureEnterpriseFiles(months, story),
    ...azureCustomerFiles(months, story),
    ...awsReportFiles(months, story),
    ...awsLegacyFiles(months),
    ...openAiFiles(months),
    openAiDashboardFile(months, story),
    ...googleFiles(months),
    ...oracleFiles(months),
  ].sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));
  const files: SampleFile[] = [];
  for (const { content, month: _, ...file } of contents) {
    const path = join(folder, file.path);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    files.push({ ...file, path, ...(file.supersededBy ? { supersededBy: join(folder, file.supersededBy) } : {}) });
  }
  return files;
}

/** What the company's gateway logged of the last three months; nothing of it is a bill. */
export async function writeGatewayLogs(folder: string, { today }: { today: string }): Promise<{ path: string; events: number }[]> {
  const logs = gatewayLogs(sampleMonths(today), storyOf(today)).filter((log) => log.events > 0);
  for (const { path, content } of logs) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return logs.map(({ path, events }) => ({ path: join(folder, path), events }));
}
