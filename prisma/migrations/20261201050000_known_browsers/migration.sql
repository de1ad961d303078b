-- Blocked log-ins stand in the audit log and are mailed to the organiser; an organiser can end all their logins.

ALTER TYPE "AuditAction" ADD VALUE 'loginsBlocked';
ALTER TYPE "AuditAction" ADD VALUE 'loggedOutEverywhere';
ALTER TYPE "MessageKind" ADD VALUE 'loginsBlocked';
