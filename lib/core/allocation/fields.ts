import { dimensions, snake } from '../focus/columns';
import { plainKey } from './tags';

/** What enrichment concluded of a charge, under the name it is exported with. */
const meanings = [
  'x_Provider',
  'x_ServiceName',
  'x_ServiceCategory',
  'x_ServiceSubcategory',
  'x_Region',
  'x_IsAi',
  'x_ModelClass',
  'x_Model',
  'x_ModelFamily',
  'x_ModelVendor',
  'x_TokenType',
  'x_Modality',
  'x_DeploymentType',
  'x_ServiceTier',
  'x_Lifecycle',
  'x_Team',
] as const;

/** Columns that a rule may ask for, beside `tag:` and a key. Those that only tell a bill's bookkeeping apart are left out of the list people see first. */
export const ruleColumns: readonly string[] = [...dimensions.filter((d) => d !== 'Tags'), ...meanings];

/** First in the editor: what rules are mostly about. */
export const usualColumns: readonly string[] = [
  'SubAccountName',
  'SubAccountId',
  'BillingAccountName',
  'BillingAccountId',
  'x_ResourceGroupName',
  'ResourceName',
  'ResourceId',
  'x_Provider',
  'x_ServiceName',
  'x_Model',
  'x_Region',
  'x_PrincipalId',
  'x_CostCenter',
  'x_Team',
  'ChargeCategory',
  'ChargeDescription',
  'InvoiceIssuerName',
];

const columnByWord = new Map(ruleColumns.map((c) => [c.toLowerCase(), c]));
const titles: Readonly<Record<string, string>> = {
  x_Team: 'tagged team',
  x_Provider: 'provider',
  x_ServiceName: 'service',
  x_Model: 'model',
  x_Region: 'region',
  // as Costs calls what stands in the bill itself, beside what enrichment makes of it
  ServiceName: 'billed service',
  ServiceCategory: 'billed category',
  ServiceSubcategory: 'billed subcategory',
  RegionId: 'billed region ID',
  RegionName: 'billed region name',
};

/** A field as it is written: a column by its FOCUS name whatever its case, or `tag:` and a key; null where there is no such thing. */
export function readField(text: string): string | null {
  const tag = /^tag\s*:\s*(.{1,100})$/i.exec(text.trim());
  if (tag) return plainKey(tag[1] ?? '') === '' ? null : `tag:${tag[1]?.trim()}`;
  return columnByWord.get(text.trim().toLowerCase()) ?? null;
}

export const tagKeyOf = (field: string): string | null => (field.startsWith('tag:') ? field.slice(4) : null);

/** The column of charge_profile that holds a field. */
export const columnOf = (field: string): string => (tagKeyOf(field) === null ? snake(field) : 'tags');

/** "tag team", "sub account name". */
export function fieldWords(field: string): string {
  const key = tagKeyOf(field);
  if (key !== null) return `tag ${key}`;
  return (
    titles[field] ??
    field
      .replace(/^x_/, '')
      .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
      .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
      .toLowerCase()
  );
}
