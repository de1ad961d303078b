ALTER TABLE "Message"
    ADD COLUMN "secretMark" TEXT,
    ADD COLUMN "settledAt" TIMESTAMPTZ(3);

-- A test can be of any mail now.
UPDATE "Message" SET "kind" = 'test',
    "details" = jsonb_build_object('test', jsonb_build_object('kind', 'release', 'agenda', coalesce("details"->>'agenda', '')))
WHERE "kind" = 'release-test';
