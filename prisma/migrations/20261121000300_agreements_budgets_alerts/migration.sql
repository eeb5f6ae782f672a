-- CreateTable
CREATE TABLE "series" (
    "id" SERIAL NOT NULL,
    "organization_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "series_file" (
    "id" SERIAL NOT NULL,
    "series_id" INTEGER NOT NULL,
    "file_name" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "added_by_name" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "series_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "series_row" (
    "id" BIGSERIAL NOT NULL,
    "series_id" INTEGER NOT NULL,
    "file_id" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "date" DATE NOT NULL,
    "booked" DATE NOT NULL,
    "amount" DECIMAL NOT NULL,
    "currency" TEXT NOT NULL,
    "labels" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "series_row_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement" (
    "id" SERIAL NOT NULL,
    "organization_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "terms" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_version" (
    "agreement_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "terms" JSONB NOT NULL,
    "changed_by_name" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agreement_version_pkey" PRIMARY KEY ("agreement_id","version")
);

-- CreateTable
CREATE TABLE "agreement_statement" (
    "agreement_id" INTEGER NOT NULL,
    "period" TEXT NOT NULL,
    "statement" JSONB NOT NULL,
    "posted_by_name" TEXT NOT NULL,
    "posted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agreement_statement_pkey" PRIMARY KEY ("agreement_id","period")
);

-- CreateTable
CREATE TABLE "agreement_projection" (
    "agreement_id" INTEGER NOT NULL,
    "known_on" DATE NOT NULL,
    "projection" JSONB NOT NULL,

    CONSTRAINT "agreement_projection_pkey" PRIMARY KEY ("agreement_id","known_on")
);

-- CreateTable
CREATE TABLE "budget" (
    "id" SERIAL NOT NULL,
    "organization_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "managed_by" TEXT NOT NULL DEFAULT 'hand',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "budget_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "budget_crossing" (
    "budget_id" INTEGER NOT NULL,
    "window_from" DATE NOT NULL,
    "value" TEXT NOT NULL DEFAULT '',
    "threshold" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "amount" DECIMAL NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,
    "crossed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "back_at" TIMESTAMPTZ(3),

    CONSTRAINT "budget_crossing_pkey" PRIMARY KEY ("budget_id","window_from","value","threshold")
);

-- CreateTable
CREATE TABLE "alert_rule" (
    "id" SERIAL NOT NULL,
    "organization_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "alert_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert" (
    "id" SERIAL NOT NULL,
    "organization_id" INTEGER NOT NULL,
    "rule_id" INTEGER,
    "event_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "link" TEXT NOT NULL,
    "data_complete_to" DATE,
    "status" TEXT NOT NULL DEFAULT 'new',
    "assignee" TEXT,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "alert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_event" (
    "id" BIGSERIAL NOT NULL,
    "alert_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "alert_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "channel" (
    "id" SERIAL NOT NULL,
    "organization_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "config" JSONB NOT NULL,
    "secret" TEXT,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "failure" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "channel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" BIGSERIAL NOT NULL,
    "organization_id" INTEGER NOT NULL,
    "channel_id" INTEGER NOT NULL,
    "alert_id" INTEGER,
    "event_key" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "answer" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "next_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "series_organization_id_name_key" ON "series"("organization_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "series_file_series_id_content_hash_key" ON "series_file"("series_id", "content_hash");

-- CreateIndex
CREATE INDEX "series_row_series_id_date_idx" ON "series_row"("series_id", "date");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_organization_id_name_key" ON "agreement"("organization_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "budget_organization_id_name_key" ON "budget"("organization_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "alert_rule_organization_id_name_key" ON "alert_rule"("organization_id", "name");

-- CreateIndex
CREATE INDEX "alert_organization_id_status_id_idx" ON "alert"("organization_id", "status", "id");

-- CreateIndex
CREATE UNIQUE INDEX "alert_organization_id_event_key_key" ON "alert"("organization_id", "event_key");

-- CreateIndex
CREATE INDEX "alert_event_alert_id_id_idx" ON "alert_event"("alert_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "channel_organization_id_name_key" ON "channel"("organization_id", "name");

-- CreateIndex
CREATE INDEX "delivery_organization_id_id_idx" ON "delivery"("organization_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_channel_id_event_key_key" ON "delivery"("channel_id", "event_key");

-- AddForeignKey
ALTER TABLE "series_file" ADD CONSTRAINT "series_file_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series_row" ADD CONSTRAINT "series_row_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series_row" ADD CONSTRAINT "series_row_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "series_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_version" ADD CONSTRAINT "agreement_version_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_statement" ADD CONSTRAINT "agreement_statement_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_projection" ADD CONSTRAINT "agreement_projection_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_crossing" ADD CONSTRAINT "budget_crossing_budget_id_fkey" FOREIGN KEY ("budget_id") REFERENCES "budget"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_event" ADD CONSTRAINT "alert_event_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "alert"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_channel_id_fkey" FOREIGN KEY ("channel_id") REFERENCES "channel"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "alert"("id") ON DELETE SET NULL ON UPDATE CASCADE;



-- Organisations own these; they go with it.
ALTER TABLE "series" ADD FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;
ALTER TABLE "agreement" ADD FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;
ALTER TABLE "budget" ADD FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;
ALTER TABLE "alert_rule" ADD FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;
ALTER TABLE "alert" ADD FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;
ALTER TABLE "channel" ADD FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;
ALTER TABLE "delivery" ADD FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;

-- What was posted is never changed, whoever asks.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'posted statements are never changed';
END $$;
CREATE TRIGGER agreement_statement_is_final BEFORE UPDATE ON "agreement_statement" FOR EACH ROW EXECUTE FUNCTION refuse_change();
