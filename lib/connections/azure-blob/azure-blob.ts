import { field, groupingField, prefixField } from '../files/fields';
import { fileKind } from '../files/file-kind';
import { Config, Secret } from './config';

export const azureBlob = fileKind<Config, Secret>({
  kind: 'azure-blob',
  title: 'Azure Blob Storage',
  about:
    'Reads the exports of Azure Cost Management, FOCUS among them, or any bills in a container. It needs to list and to read: the role Storage Blob Data Reader, ' +
    'or a SAS token of the container with the permissions read (r) and list (l).',
  fields: [
    field(
      'account',
      'Storage account',
      'Its address, such as https://acmebilling.blob.core.windows.net, or its name alone. Not needed with a connection string.',
    ),
    field('container', 'Container', 'Its name alone, such as cost-exports.', { isRequired: true }),
    prefixField('container'),
    groupingField,
    field(
      'sas',
      'SAS token',
      'The smallest permission: of the container, read and list. It begins with sv= or ?sv=. Give this, an account key or a connection string.',
      { isSecret: true },
    ),
    field('accountKey', 'Account key', 'Opens everything in the account: prefer a SAS token.', { isSecret: true }),
    field('connectionString', 'Connection string', 'As the portal shows it under access keys or shared access signature.', {
      isSecret: true,
    }),
  ],
  config: Config,
  secret: Secret,
  open: async (opened) => (await import('./store')).storeOf(opened),
  layout: (config) => ({ prefix: config.prefix, grouping: config.grouping, settleMs: 0 }),
});
