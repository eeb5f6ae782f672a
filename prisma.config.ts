import path from 'node:path';
import { defineConfig } from 'prisma/config';

// Migrations run on npm's WebAssembly build of Prisma's engine, so that nothing has to be downloaded.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.join(import.meta.dirname ?? process.cwd(), 'prisma/schema-engine.mjs');
process.env.CHECKPOINT_DISABLE ??= '1';

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://nobody@127.0.0.1:1/none' },
  experimental: { externalTables: true },
  tables: {
    external: [
      'public.load',
      'public.load_claim',
      'public.charge_profile',
      'public.charge',
      'public.cost_slice',
      'public.cost_slice_daily',
      'public.cost_dimension_daily',
      'public.contract_commitment',
      'public.model_cost_daily',
      'public.usage_profile',
      'public.usage_event',
      'public.usage_event_cost',
      'public.usage_attribution',
      'public.usage_hourly',
      'public.task_run',
      'public.usage_dirty',
      'public.profile_allocation',
      'public.allocation_version',
    ],
  },
});
