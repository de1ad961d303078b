-- What the mail server said when it took the mail: whoever asks it where a mail went names this.
ALTER TABLE "Message" ADD COLUMN "acceptedWith" TEXT;
