-- Who owns what: named dimensions with rules in order, tag synonyms, shared costs, a tree, and the statements of closed months.

-- CreateTable
CREATE TABLE "allocation_dimension" (
    "organization_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "allocation_dimension_pkey" PRIMARY KEY ("organization_id", "key")
);

-- CreateTable
CREATE TABLE "allocation_rule" (
    "id" SERIAL NOT NULL,
    "organization_id" INTEGER NOT NULL,
    "dimension" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "changed_by_name" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "allocation_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "allocation_setting" (
    "organization_id" INTEGER NOT NULL,
    "synonyms" JSONB NOT NULL DEFAULT '{}',
    "pools" JSONB NOT NULL DEFAULT '[]',
    "tree" JSONB NOT NULL DEFAULT '[]',
    "changed_by_name" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "allocation_setting_pkey" PRIMARY KEY ("organization_id")
);

-- CreateTable
CREATE TABLE "allocation_statement" (
    "organization_id" INTEGER NOT NULL,
    "dimension" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "statement" JSONB NOT NULL,
    "closed_by_name" TEXT NOT NULL,
    "closed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "allocation_statement_pkey" PRIMARY KEY ("organization_id", "dimension", "month")
);

-- CreateIndex
CREATE INDEX "allocation_rule_organization_id_dimension_position_idx" ON "allocation_rule"("organization_id", "dimension", "position");

ALTER TABLE "allocation_dimension" ADD CONSTRAINT "allocation_dimension_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;
ALTER TABLE "allocation_rule" ADD CONSTRAINT "allocation_rule_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;
ALTER TABLE "allocation_setting" ADD CONSTRAINT "allocation_setting_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;
ALTER TABLE "allocation_statement" ADD CONSTRAINT "allocation_statement_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;

-- What the rules come to: the value of a dimension for a profile, on the days on which one applies. A profile without a row is unallocated.
create table profile_allocation (
  organization_id integer not null,
  profile_key     uuid not null,
  dimension       text not null,
  from_day        date not null,
  to_day          date not null,
  value           text not null,
  rule_id         integer not null,
  primary key (organization_id, dimension, profile_key, from_day),
  check (from_day < to_day)
);

-- Goes up whenever the allocation of a dimension changes: what was worked out of an earlier one is stale.
create table allocation_version (
  organization_id integer not null references organization (id) on delete cascade,
  dimension       text not null,
  version         bigint not null,
  applied_at      timestamptz not null default now(),
  primary key (organization_id, dimension)
);

do $$
declare t text;
begin
  foreach t in array array['profile_allocation', 'allocation_version'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy own_organization on %I using (organization_id = nullif(current_setting('headroom.organization_id', true), '')::integer)$p$, t);
  end loop;
end $$;
