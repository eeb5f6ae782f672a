-- Bills that come by themselves, files no format knows, taught meters, currencies, notes on charts, invoices.

ALTER TABLE "organization" ADD COLUMN "reporting_currency" CHAR(3);

CREATE TABLE "connection" (
    "id" SERIAL NOT NULL,
    "organization_id" INTEGER NOT NULL REFERENCES "organization"("id") ON DELETE CASCADE,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "config" JSONB NOT NULL,
    "secret" TEXT,
    "schedule" JSONB NOT NULL DEFAULT '{}',
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "hash_persons" BOOLEAN NOT NULL DEFAULT false,
    "failure" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3),
    "last_good_at" TIMESTAMPTZ(3),
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "connection_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "connection_run" (
    "id" BIGSERIAL NOT NULL,
    "organization_id" INTEGER NOT NULL REFERENCES "organization"("id") ON DELETE CASCADE,
    "connection_id" INTEGER NOT NULL,
    "trigger" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'running',
    "found" INTEGER NOT NULL DEFAULT 0,
    "loaded" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "waiting" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "note" TEXT,
    "started_by_name" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "heartbeat_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    CONSTRAINT "connection_run_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "connection_delivery" (
    "id" BIGSERIAL NOT NULL,
    "organization_id" INTEGER NOT NULL REFERENCES "organization"("id") ON DELETE CASCADE,
    "connection_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "period" DATE,
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "import_id" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "connection_delivery_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "column_mapping" (
    "id" SERIAL NOT NULL,
    "organization_id" INTEGER NOT NULL REFERENCES "organization"("id") ON DELETE CASCADE,
    "name" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_by_name" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "column_mapping_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "taught_meter" (
    "id" SERIAL NOT NULL,
    "organization_id" INTEGER NOT NULL REFERENCES "organization"("id") ON DELETE CASCADE,
    "provider" TEXT NOT NULL,
    "meter" TEXT NOT NULL,
    "meaning" JSONB NOT NULL,
    "taught_by_name" TEXT NOT NULL,
    "taught_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "taught_meter_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "fx_rate" (
    "organization_id" INTEGER NOT NULL REFERENCES "organization"("id") ON DELETE CASCADE,
    "base" CHAR(3) NOT NULL,
    "quote" CHAR(3) NOT NULL,
    "day" DATE NOT NULL,
    "rate" DECIMAL NOT NULL,
    "source" TEXT NOT NULL,
    CONSTRAINT "fx_rate_pkey" PRIMARY KEY ("organization_id","base","quote","day")
);

CREATE TABLE "fx_close" (
    "organization_id" INTEGER NOT NULL REFERENCES "organization"("id") ON DELETE CASCADE,
    "month" DATE NOT NULL,
    "quote" CHAR(3) NOT NULL,
    "rates" JSONB NOT NULL,
    "closed_by_name" TEXT NOT NULL,
    "closed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "fx_close_pkey" PRIMARY KEY ("organization_id","month","quote")
);

CREATE TABLE "chart_note" (
    "id" SERIAL NOT NULL,
    "organization_id" INTEGER NOT NULL REFERENCES "organization"("id") ON DELETE CASCADE,
    "day" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "chart_note_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "invoice" (
    "id" SERIAL NOT NULL,
    "organization_id" INTEGER NOT NULL REFERENCES "organization"("id") ON DELETE CASCADE,
    "provider" TEXT NOT NULL,
    "billing_account" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "period" DATE NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount" DECIMAL NOT NULL,
    "categories" JSONB NOT NULL DEFAULT '{}',
    "origin" TEXT NOT NULL,
    "explanation" TEXT,
    "accepted_by_name" TEXT,
    "accepted_at" TIMESTAMPTZ(3),
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "invoice_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "connection_next_at_idx" ON "connection"("next_at");

CREATE UNIQUE INDEX "connection_organization_id_name_key" ON "connection"("organization_id", "name");

CREATE INDEX "connection_run_connection_id_id_idx" ON "connection_run"("connection_id", "id");

CREATE INDEX "connection_run_organization_id_id_idx" ON "connection_run"("organization_id", "id");

CREATE INDEX "connection_delivery_organization_id_at_idx" ON "connection_delivery"("organization_id", "at");

CREATE UNIQUE INDEX "connection_delivery_connection_id_key_key" ON "connection_delivery"("connection_id", "key");

CREATE UNIQUE INDEX "column_mapping_organization_id_name_key" ON "column_mapping"("organization_id", "name");

CREATE UNIQUE INDEX "column_mapping_organization_id_fingerprint_key" ON "column_mapping"("organization_id", "fingerprint");

CREATE UNIQUE INDEX "taught_meter_organization_id_provider_meter_key" ON "taught_meter"("organization_id", "provider", "meter");

CREATE INDEX "chart_note_organization_id_day_idx" ON "chart_note"("organization_id", "day");

CREATE INDEX "invoice_organization_id_period_idx" ON "invoice"("organization_id", "period");

CREATE UNIQUE INDEX "invoice_organization_id_provider_billing_account_number_key" ON "invoice"("organization_id", "provider", "billing_account", "number");

ALTER TABLE "connection_run" ADD CONSTRAINT "connection_run_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "connection_delivery" ADD CONSTRAINT "connection_delivery_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "import" ADD COLUMN "connection_id" INTEGER REFERENCES "connection"("id") ON DELETE SET NULL;
