import { field, groupingField } from '../files/fields';
import { fileKind } from '../files/file-kind';
import { Config, Secret } from './config';

/** Clocks of two machines are compared. */
const SETTLE_MS = 60_000;

export const sftp = fileKind<Config, Secret>({
  kind: 'sftp',
  title: 'SFTP',
  about: 'Reads bills that someone puts on an SFTP server. It needs a user who may list the folder and read its files, and writes nothing.',
  fields: [
    field('host', 'Host', 'Its name, such as sftp.example.com.', { isRequired: true }),
    field('port', 'Port', 'Usually 22.'),
    field('user', 'User', 'Who may read the folder.', { isRequired: true }),
    field('folder', 'Folder', 'Such as /exports/billing. Empty for the folder that the user begins in.'),
    field(
      'hostKey',
      'Host key',
      'The fingerprint of the server, SHA256:…, as its operator names it. Left empty, the test shows the one that the server presents; nothing is read before it stands here.',
    ),
    groupingField,
    field('password', 'Password', 'Or a private key.', { isSecret: true }),
    field('privateKey', 'Private key', 'In the form of OpenSSH or PEM, with its first and last line.', { isSecret: true, isLong: true }),
    field('passphrase', 'Passphrase', 'Only where the private key is locked with one.', { isSecret: true }),
  ],
  config: Config,
  secret: Secret,
  open: async (opened) => (await import('./store')).storeOf(opened),
  layout: (config) => ({ prefix: '', grouping: config.grouping, settleMs: SETTLE_MS }),
});
