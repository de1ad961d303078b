-- Since when nothing of a sign-up tells whose it was.
ALTER TABLE "Registration" ADD COLUMN "erasedAt" TIMESTAMPTZ(3);

-- The number goes before the wish to be called.
ALTER TABLE "Registration" DROP CONSTRAINT "Registration_phone_only_when_wished";
ALTER TABLE "Registration"
    ADD CONSTRAINT "Registration_phone_only_when_wished" CHECK ("phone" IS NULL OR "contactWish" = 'phone');
