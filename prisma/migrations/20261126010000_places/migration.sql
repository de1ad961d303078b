ALTER TABLE "Session"
    ADD COLUMN "capacity" INTEGER,
    ADD CONSTRAINT "Session_room_for_somebody" CHECK ("capacity" BETWEEN 1 AND 100000);

ALTER TABLE "Registration"
    ADD COLUMN "waitingSince" TIMESTAMPTZ(3),
    ADD COLUMN "offerExpiresAt" TIMESTAMPTZ(3),
    ADD CONSTRAINT "Registration_offer_to_who_waits" CHECK ("offerExpiresAt" IS NULL OR "waitingSince" IS NOT NULL);
