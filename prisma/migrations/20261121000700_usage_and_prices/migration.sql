-- CreateTable
CREATE TABLE "price_card" (
    "id" SERIAL NOT NULL,
    "organization_id" INTEGER NOT NULL,
    "card" JSONB NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "price_card_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_rule" (
    "id" SERIAL NOT NULL,
    "organization_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "task_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_batch" (
    "id" SERIAL NOT NULL,
    "organization_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "content_hash" TEXT,
    "result" JSONB NOT NULL DEFAULT '{}',
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "metric_value" (
    "id" BIGSERIAL NOT NULL,
    "organization_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "value" DECIMAL NOT NULL,
    "currency" TEXT,
    "labels" JSONB NOT NULL DEFAULT '{}',
    "label_key" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "metric_value_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scenario" (
    "id" SERIAL NOT NULL,
    "organization_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "result" JSONB NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scenario_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unattributed_note" (
    "id" SERIAL NOT NULL,
    "organization_id" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "owner" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "changed_by_name" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "unattributed_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "usage_policy" (
    "organization_id" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "changed_by_name" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "usage_policy_pkey" PRIMARY KEY ("organization_id")
);

-- CreateTable
CREATE TABLE "unit_target" (
    "organization_id" INTEGER NOT NULL,
    "task_type" TEXT NOT NULL,
    "amount" DECIMAL NOT NULL,
    "currency" TEXT NOT NULL,

    CONSTRAINT "unit_target_pkey" PRIMARY KEY ("organization_id","task_type")
);

-- CreateIndex
CREATE INDEX "price_card_organization_id_idx" ON "price_card"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "task_rule_organization_id_name_key" ON "task_rule"("organization_id", "name");

-- CreateIndex
CREATE INDEX "event_batch_organization_id_id_idx" ON "event_batch"("organization_id", "id");

-- CreateIndex
CREATE INDEX "event_batch_organization_id_content_hash_idx" ON "event_batch"("organization_id", "content_hash");

-- CreateIndex
CREATE UNIQUE INDEX "metric_value_organization_id_name_day_label_key_key" ON "metric_value"("organization_id", "name", "day", "label_key");

-- CreateIndex
CREATE UNIQUE INDEX "scenario_organization_id_name_key" ON "scenario"("organization_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "unattributed_note_organization_id_place_key" ON "unattributed_note"("organization_id", "place");



-- Organisations own these; they go with it.
ALTER TABLE "price_card" ADD FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;
ALTER TABLE "task_rule" ADD FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;
ALTER TABLE "event_batch" ADD FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;
ALTER TABLE "metric_value" ADD FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;
ALTER TABLE "scenario" ADD FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;
ALTER TABLE "unattributed_note" ADD FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;
ALTER TABLE "usage_policy" ADD FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;
ALTER TABLE "unit_target" ADD FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;

-- AI charges by day and everything that names a model's price: what events are calibrated to, and what the page of models reads.
create table model_cost_daily (
  organization_id integer not null references organization (id) on delete cascade,
  load_id         integer not null references load (id) on delete cascade,
  day             date not null,
  provider        text not null,
  account         text,
  account_name    text,
  resource        text,
  service         text,
  model           text,
  model_vendor    text,
  model_class     text not null,
  token_type      text,
  cache_ttl       text,
  modality        text,
  region          text,
  deployment      text,
  tier            text,
  context_band    text,
  lifecycle       text,
  team            text,
  charge_category text,
  currency        text not null,
  billed_cost     numeric,
  effective_cost  numeric,
  list_cost       numeric,
  tokens          numeric,
  quantity        numeric,
  unit            text,
  charges         bigint not null
);
create index model_cost_daily_day on model_cost_daily (organization_id, day);
create index model_cost_daily_load on model_cost_daily (load_id);

-- The fields that events share, once: the key is the hash of them all. `task_type` is what the rules make of it.
create table usage_profile (
  organization_id integer not null references organization (id) on delete cascade,
  profile_key     uuid not null,
  source          text not null,
  channel         text,
  vendor          text,
  model           text,
  region          text,
  deployment      text,
  tier            text not null,
  account         text,
  api_key         text,
  operation       text,
  said_task_type  text,
  task_type       text,
  customer        text,
  user_name       text,
  agent           text,
  feature         text,
  team            text,
  primary key (organization_id, profile_key)
);

-- One row per event. A count that is null is zero; a list cost that is null is not known, and never zero.
create table usage_event (
  organization_id integer not null,
  day             date not null,
  event_key       uuid not null,
  event_id        text not null,
  batch_id        integer not null,
  at              timestamptz not null,
  profile_key     uuid not null,
  task_key        uuid,
  task_id         text,
  outcome         boolean,
  duration_ms     bigint,
  requests        bigint not null,
  input           bigint,
  cached_input    bigint,
  cache_write_5m  bigint,
  cache_write_1h  bigint,
  output          bigint,
  reasoning       bigint,
  input_audio     bigint,
  output_audio    bigint,
  input_image     bigint,
  output_image    bigint,
  estimate        numeric,
  estimate_currency text,
  list_cost       numeric,
  list_currency   text,
  price_state     smallint not null check (price_state in (0, 1, 2)),
  flags           text[],
  primary key (organization_id, day, event_key)
) partition by range (day);
create index usage_event_task on usage_event (organization_id, task_key) where task_key is not null;

-- What the invoice says an event cost. Derived from events and bills, day by day; exactly conserved.
create table usage_event_cost (
  organization_id integer not null,
  day             date not null,
  event_key       uuid not null,
  cost            numeric not null,
  currency        text not null,
  primary key (organization_id, day, event_key)
) partition by range (day);

-- How much of a bill's line the events of a day explain. What is missing here is unattributed.
create table usage_attribution (
  organization_id integer not null references organization (id) on delete cascade,
  day             date not null,
  provider        text not null,
  account         text,
  resource        text,
  model           text,
  token_type      text,
  tier            text,
  currency        text not null,
  attributed      numeric not null,
  idle            numeric not null default 0,
  matched_by      text not null
);
create index usage_attribution_day on usage_attribution (organization_id, day);

-- Events by hour and the few fields that pages group by.
create table usage_hourly (
  organization_id integer not null references organization (id) on delete cascade,
  hour            timestamptz not null,
  source          text not null,
  channel         text,
  vendor          text,
  model           text,
  region          text,
  deployment      text,
  tier            text not null,
  account         text,
  task_type       text,
  feature         text,
  team            text,
  list_currency   text,
  currency        text,
  events          bigint not null,
  requests        bigint not null,
  failed          bigint not null,
  flagged         bigint not null,
  unpriced        bigint not null,
  partly          bigint not null,
  in_tasks        bigint not null,
  input           bigint not null,
  cached_input    bigint not null,
  cache_write_5m  bigint not null,
  cache_write_1h  bigint not null,
  output          bigint not null,
  reasoning       bigint not null,
  input_audio     bigint not null,
  output_audio    bigint not null,
  input_image     bigint not null,
  output_image    bigint not null,
  estimate        numeric,
  list_cost       numeric,
  cost            numeric,
  failed_cost     numeric,
  task_cost       numeric
);
create index usage_hourly_hour on usage_hourly (organization_id, hour);

-- A task: its events, retries, tools and sub-agents together. It belongs to the day on which it began.
create table task_run (
  organization_id integer not null references organization (id) on delete cascade,
  task_key        uuid not null,
  task_id         text not null,
  day             date not null,
  started_at      timestamptz not null,
  ended_at        timestamptz not null,
  task_type       text,
  customer        text,
  user_name       text,
  agent           text,
  feature         text,
  team            text,
  model           text,
  channel         text,
  succeeded       boolean,
  events          bigint not null,
  requests        bigint not null,
  failed          bigint not null,
  unpriced        bigint not null,
  tokens          bigint not null,
  largest_prompt  bigint not null,
  smallest_prompt bigint not null,
  growing_calls   integer not null,
  list_cost       numeric,
  list_currency   text,
  cost            numeric,
  currency        text,
  failed_cost     numeric,
  primary key (organization_id, task_key)
);
create index task_run_day on task_run (organization_id, day);

-- Days whose events or bills changed since they were summed.
create table usage_dirty (
  organization_id integer not null references organization (id) on delete cascade,
  day             date not null,
  since           timestamptz not null default now(),
  primary key (organization_id, day)
);

do $$
declare t text;
begin
  foreach t in array array['model_cost_daily', 'usage_profile', 'usage_event', 'usage_event_cost', 'usage_attribution', 'usage_hourly', 'task_run'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy own_organization on %I using (organization_id = nullif(current_setting('headroom.organization_id', true), '')::integer)$p$, t);
  end loop;
end $$;

-- Loads of before get what new ones bring along.
do $$
declare o integer;
begin
  for o in select id from organization loop
    perform set_config('headroom.organization_id', o::text, true);
    insert into model_cost_daily
    select c.organization_id, c.load_id, (c.charge_period_start at time zone 'UTC')::date, p.x_provider, coalesce(p.sub_account_id, p.billing_account_id),
           coalesce(p.sub_account_name, p.sub_account_id, p.billing_account_name, p.billing_account_id), coalesce(p.resource_name, p.resource_id), p.x_service_name,
           p.x_model, p.x_model_vendor, p.x_model_class, p.x_token_type, p.x_cache_ttl, p.x_modality, p.x_region, p.x_deployment_type, p.x_service_tier,
           p.x_context_band, p.x_lifecycle, p.x_team, p.charge_category, coalesce(p.billing_currency, '-'), sum(c.billed_cost), sum(c.effective_cost),
           sum(c.list_cost), sum(c.consumed_quantity * p.x_tokens_per_unit), sum(c.consumed_quantity), p.consumed_unit, count(*)
      from charge c join charge_profile p on p.organization_id = c.organization_id and p.profile_key = c.profile_key
     where c.organization_id = o and p.x_is_ai
     group by c.organization_id, c.load_id, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, p.consumed_unit;
  end loop;
  perform set_config('headroom.organization_id', '', true);
end $$;
