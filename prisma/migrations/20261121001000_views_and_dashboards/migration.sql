-- Questions under a name, panels on a grid, and links for people without an account.

CREATE TABLE "saved_view" (
    "id" SERIAL NOT NULL,
    "organization_id" INTEGER NOT NULL REFERENCES "organization"("id") ON DELETE CASCADE,
    "name" TEXT NOT NULL,
    "folder" TEXT NOT NULL DEFAULT '',
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "pinned" BOOLEAN NOT NULL DEFAULT false,
    "address" TEXT NOT NULL,
    "owner_id" UUID,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_by_name" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "saved_view_organization_id_folder_name_idx" ON "saved_view"("organization_id", "folder", "name");

CREATE TABLE "dashboard" (
    "id" SERIAL NOT NULL,
    "organization_id" INTEGER NOT NULL REFERENCES "organization"("id") ON DELETE CASCADE,
    "name" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "panels" JSONB NOT NULL DEFAULT '[]',
    "schedule" JSONB,
    "next_mail_at" TIMESTAMPTZ(3),
    "owner_id" UUID,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_by_name" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "dashboard_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "dashboard_organization_id_name_idx" ON "dashboard"("organization_id", "name");
CREATE INDEX "dashboard_next_mail_at_idx" ON "dashboard"("next_mail_at");

CREATE TABLE "share_link" (
    "id" SERIAL NOT NULL,
    "organization_id" INTEGER NOT NULL REFERENCES "organization"("id") ON DELETE CASCADE,
    "kind" TEXT NOT NULL,
    "target_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "share_link_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "share_link_token_hash_key" ON "share_link"("token_hash");
CREATE INDEX "share_link_organization_id_id_idx" ON "share_link"("organization_id", "id");
