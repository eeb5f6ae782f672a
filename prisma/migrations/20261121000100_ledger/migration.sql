-- The ledger: loads and what they claim, profiles with their meaning, narrow charges, and the slices that dashboards read.
-- Loads are never updated after they are complete; activation and undo move claims (lib/core/ledger/claims.ts).

create table load (
  id                   integer generated always as identity primary key,
  organization_id      integer not null references organization (id) on delete cascade,
  source_id            integer not null references source (id) on delete cascade,
  import_id            integer not null references import (id) on delete cascade,
  provider             text not null,
  format               text not null,
  dataset              text not null check (dataset in ('cost', 'actual', 'amortized', 'usage', 'contract')),
  replaces             text not null check (replaces in ('period', 'day')),
  billing_account_id   text,
  billing_account_name text,
  sub_accounts         text[] not null default '{}',
  billing_period       date not null,
  from_day             date not null,
  to_day               date not null,
  charge_to            timestamptz not null,
  rows                 bigint not null default 0,
  totals               jsonb not null default '[]',
  content_hash         text not null,
  status               text not null default 'loading' check (status in ('loading', 'complete', 'undone')),
  activation           bigint,
  created_at           timestamptz not null default now(),
  activated_at         timestamptz,
  undone_at            timestamptz,
  check (from_day < to_day)
);
create index load_scope on load (organization_id, provider, billing_account_id, billing_period);
create index load_import on load (import_id);
create sequence load_activation;

-- Which days of which load count, for which measure. Derived from the activated loads in their order; never edited by hand.
create table load_claim (
  organization_id  integer not null references organization (id) on delete cascade,
  load_id          integer not null references load (id) on delete cascade,
  from_day         date not null,
  to_day           date not null,
  counts_billed    boolean not null,
  counts_effective boolean not null,
  primary key (load_id, from_day),
  check (from_day < to_day)
);
create index load_claim_organization on load_claim (organization_id);

create table charge_profile (
  organization_id integer not null,
  profile_key     uuid not null,
  allocated_method_id text,
  allocated_resource_id text,
  allocated_resource_name text,
  allocated_tags text,
  availability_zone text,
  billing_account_id text,
  billing_account_name text,
  billing_account_type text,
  billing_currency text,
  capacity_reservation_id text,
  capacity_reservation_status text,
  charge_category text,
  charge_class text,
  charge_description text,
  charge_frequency text,
  commitment_discount_category text,
  commitment_discount_id text,
  commitment_discount_name text,
  commitment_discount_status text,
  commitment_discount_type text,
  commitment_discount_unit text,
  consumed_unit text,
  host_provider_name text,
  invoice_detail_id text,
  invoice_id text,
  invoice_issuer_name text,
  pricing_category text,
  pricing_currency text,
  pricing_unit text,
  region_id text,
  region_name text,
  resource_id text,
  resource_name text,
  resource_type text,
  service_category text,
  service_name text,
  service_provider_name text,
  service_subcategory text,
  sku_id text,
  sku_meter text,
  sku_price_details text,
  sku_price_id text,
  sub_account_id text,
  sub_account_name text,
  sub_account_type text,
  tags text,
  x_cost_center text,
  x_meter_category text,
  x_meter_subcategory text,
  x_operation text,
  x_principal_id text,
  x_product_name text,
  x_publisher_name text,
  x_resource_group_name text,
  x_provider text not null,
  x_service_name text,
  x_service_category text,
  x_service_subcategory text,
  x_region text,
  x_is_ai boolean not null,
  x_model_class text not null,
  x_model text,
  x_model_family text,
  x_model_vendor text,
  x_token_type text,
  x_cache_ttl text,
  x_modality text,
  x_deployment_type text,
  x_service_tier text,
  x_context_band text,
  x_lifecycle text,
  x_tokens_per_unit numeric,
  x_scale_suspect boolean not null,
  x_rule text not null,
  x_team text,
  slice_key       uuid not null,
  primary key (organization_id, profile_key)
) partition by list (organization_id);

create table charge (
  organization_id     integer not null,
  load_id             integer not null,
  billing_period      date not null,
  line                bigint not null,
  profile_key         uuid not null,
  charge_period_start timestamptz not null,
  charge_period_end   timestamptz not null,
  billed_cost numeric,
  effective_cost numeric,
  list_cost numeric,
  contracted_cost numeric,
  consumed_quantity numeric,
  pricing_quantity numeric,
  list_unit_price numeric,
  contracted_unit_price numeric
) partition by range (billing_period);

create table cost_slice (
  organization_id    integer not null references organization (id) on delete cascade,
  slice_key          uuid not null,
  provider           text not null,
  billing_account_id text,
  sub_account_id     text,
  service_name       text,
  service_category   text,
  model              text,
  model_vendor       text,
  token_type         text,
  region             text,
  team               text,
  charge_category    text,
  billing_currency   text not null,
  is_ai              boolean not null,
  model_class        text not null,
  primary key (organization_id, slice_key)
);

create table cost_slice_daily (
  organization_id integer not null references organization (id) on delete cascade,
  load_id         integer not null references load (id) on delete cascade,
  day             date not null,
  slice_key       uuid not null,
  billed_cost     numeric,
  effective_cost  numeric,
  list_cost       numeric,
  contracted_cost numeric,
  tokens          numeric,
  charges         bigint not null
);
create index cost_slice_daily_day on cost_slice_daily (organization_id, day);
create index cost_slice_daily_load on cost_slice_daily (load_id);

-- The slices once more by one dimension each: a dashboard's ungrouped questions read a few hundred rows.
create table cost_dimension_daily (
  organization_id  integer not null references organization (id) on delete cascade,
  load_id          integer not null references load (id) on delete cascade,
  day              date not null,
  dimension        text not null,
  value            text,
  is_ai            boolean not null,
  billing_currency text not null,
  billed_cost      numeric,
  effective_cost   numeric,
  tokens           numeric,
  charges          bigint not null
);
create index cost_dimension_daily_day on cost_dimension_daily (organization_id, dimension, day);
create index cost_dimension_daily_load on cost_dimension_daily (load_id);

-- Rows of the FOCUS Contract Commitment dataset: terms, not charges.
create table contract_commitment (
  organization_id integer not null references organization (id) on delete cascade,
  load_id         integer not null references load (id) on delete cascade,
  line            bigint not null,
  columns         jsonb not null
);
create index contract_commitment_load on contract_commitment (load_id);

-- The second lock. The first is that every statement names its organisation.
do $$
declare t text;
begin
  foreach t in array array['load', 'load_claim', 'charge_profile', 'charge', 'cost_slice', 'cost_slice_daily', 'cost_dimension_daily', 'contract_commitment'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy own_organization on %I using (organization_id = nullif(current_setting('headroom.organization_id', true), '')::integer)$p$, t);
  end loop;
end $$;
