-- Question.options becomes an array; before it held one option a line.
ALTER TABLE "Question" ALTER COLUMN "options" DROP DEFAULT;
ALTER TABLE "Question" ALTER COLUMN "options" TYPE TEXT[] USING string_to_array("options", E'\n');
ALTER TABLE "Question" ALTER COLUMN "options" SET DEFAULT '{}';
