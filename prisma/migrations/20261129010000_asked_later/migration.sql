-- Who had asked nothing before the question deadline, and then did: that stands with the sign-up, once.
UPDATE "Registration" r SET "questionInTime" = false
FROM "Answer" a JOIN "Question" q ON q."id" = a."questionId"
WHERE a."registrationId" = r."id" AND q."isAsked" AND a."textInTime" = '';
UPDATE "Answer" SET "textInTime" = NULL WHERE "textInTime" = '';
