ALTER TABLE "Message"
    ADD COLUMN "frozenSequence" INTEGER;
