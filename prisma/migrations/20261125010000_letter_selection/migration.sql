ALTER TABLE "Letter" ADD COLUMN "selection" JSONB;
