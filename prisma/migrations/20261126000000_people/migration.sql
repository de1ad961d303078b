CREATE TYPE "OrganiserRole" AS ENUM ('admin', 'staff');

ALTER TABLE "Organiser"
  ADD COLUMN "role" "OrganiserRole" NOT NULL DEFAULT 'staff',
  ADD COLUMN "acceptedAt" TIMESTAMPTZ(3),
  ADD COLUMN "endedAt" TIMESTAMPTZ(3),
  ADD COLUMN "lastLoginAt" TIMESTAMPTZ(3),
  ADD COLUMN "linkVersion" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "linkExpiresAt" TIMESTAMPTZ(3),
  ADD COLUMN "twoFactorEnabled" BOOLEAN NOT NULL DEFAULT false;

-- Who was there before there were roles could do everything.
UPDATE "Organiser" SET "role" = 'admin', "acceptedAt" = "createdAt";

CREATE TABLE "TwoFactor" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "userId" TEXT NOT NULL UNIQUE REFERENCES "Organiser" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "secret" TEXT NOT NULL,
  "backupCodes" TEXT NOT NULL,
  "verified" BOOLEAN NOT NULL DEFAULT false,
  "failedVerificationCount" INTEGER NOT NULL DEFAULT 0,
  "lockedUntil" TIMESTAMPTZ(3)
);

-- Mail about somebody's own account belongs to no session.
ALTER TABLE "Message" ALTER COLUMN "sessionId" DROP NOT NULL;
