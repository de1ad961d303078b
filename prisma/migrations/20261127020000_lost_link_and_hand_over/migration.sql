CREATE TABLE "LinkRequest" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "LinkRequest_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "LinkRequest_askedAt_idx" ON "LinkRequest"("askedAt");

ALTER TABLE "Registration" ADD COLUMN "handedOverToId" UUID;
ALTER TABLE "Registration" ADD CONSTRAINT "Registration_handedOverToId_fkey" FOREIGN KEY ("handedOverToId") REFERENCES "Registration"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "Registration_handedOverToId_idx" ON "Registration"("handedOverToId");
