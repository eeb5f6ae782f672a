ALTER TABLE "channel" ADD COLUMN "subscription" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE "delivery" ADD COLUMN "alert_ids" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

CREATE TABLE "expected_event" (
    "id" SERIAL NOT NULL,
    "organization_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "filters" JSONB NOT NULL DEFAULT '[]',
    "from_day" DATE NOT NULL,
    "to_day" DATE,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "expected_event_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "expected_event_organization_id_from_day_idx" ON "expected_event"("organization_id", "from_day");
ALTER TABLE "expected_event" ADD CONSTRAINT "expected_event_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;
