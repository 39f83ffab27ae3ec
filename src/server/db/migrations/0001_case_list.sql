ALTER TABLE "enforcement_cases" RENAME TO "cases";--> statement-breakpoint
ALTER TABLE "cases" RENAME CONSTRAINT "enforcement_cases_court_id_position_pk" TO "cases_court_id_position_pk";--> statement-breakpoint
ALTER TABLE "cases" RENAME CONSTRAINT "enforcement_cases_court_id_courts_id_fk" TO "cases_court_id_courts_id_fk";--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "due" date;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "dispute" text;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "claimed" double precision;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "recovered" double precision;--> statement-breakpoint
ALTER TABLE "caseload" ADD COLUMN "measures" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "caseload" ALTER COLUMN "measures" DROP DEFAULT;
