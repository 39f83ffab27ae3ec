CREATE TABLE "panel_answers" (
	"court_id" text NOT NULL,
	"position" integer NOT NULL,
	"case_type" text NOT NULL,
	"role" text NOT NULL,
	"expert" text NOT NULL,
	"round" bigint NOT NULL,
	"minutes" double precision NOT NULL,
	CONSTRAINT "panel_answers_court_id_position_pk" PRIMARY KEY("court_id","position")
);
--> statement-breakpoint
CREATE TABLE "weight_events" (
	"court_id" text NOT NULL,
	"position" integer NOT NULL,
	"case_type" text NOT NULL,
	"role" text NOT NULL,
	"event" text NOT NULL,
	"minutes" double precision NOT NULL,
	"frequency" double precision NOT NULL,
	CONSTRAINT "weight_events_court_id_position_pk" PRIMARY KEY("court_id","position")
);
--> statement-breakpoint
ALTER TABLE "assignments" ALTER COLUMN "kind" SET DEFAULT 'permanent';--> statement-breakpoint
ALTER TABLE "assignments" ALTER COLUMN "share" SET DEFAULT 1;--> statement-breakpoint
ALTER TABLE "campaigns" ALTER COLUMN "units" SET DEFAULT '[]'::jsonb;--> statement-breakpoint
ALTER TABLE "campaigns" ALTER COLUMN "target_kind" SET DEFAULT 'closed';--> statement-breakpoint
ALTER TABLE "caseload" ALTER COLUMN "reopened" SET DEFAULT 0;--> statement-breakpoint
ALTER TABLE "caseload" ALTER COLUMN "moved" SET DEFAULT 0;--> statement-breakpoint
ALTER TABLE "caseload" ALTER COLUMN "measures" SET DEFAULT '{}'::jsonb;--> statement-breakpoint
ALTER TABLE "departments" ALTER COLUMN "floor" SET DEFAULT 0;--> statement-breakpoint
ALTER TABLE "leaves" ALTER COLUMN "consents" SET DEFAULT false;--> statement-breakpoint
ALTER TABLE "people" ALTER COLUMN "share" SET DEFAULT 1;--> statement-breakpoint
ALTER TABLE "people" ALTER COLUMN "employment" SET DEFAULT 'civil-servant';--> statement-breakpoint
ALTER TABLE "people" ALTER COLUMN "leader" SET DEFAULT false;--> statement-breakpoint
ALTER TABLE "posts" ALTER COLUMN "fixed" SET DEFAULT 0;--> statement-breakpoint
ALTER TABLE "rounds" ALTER COLUMN "excluded_departments" SET DEFAULT '[]'::jsonb;--> statement-breakpoint
ALTER TABLE "rounds" ALTER COLUMN "excluded_people" SET DEFAULT '[]'::jsonb;--> statement-breakpoint
ALTER TABLE "rounds" ALTER COLUMN "rules" SET DEFAULT '[]'::jsonb;--> statement-breakpoint
ALTER TABLE "rounds" ALTER COLUMN "goals" SET DEFAULT '[]'::jsonb;--> statement-breakpoint
ALTER TABLE "rounds" ALTER COLUMN "decisions" SET DEFAULT '[]'::jsonb;--> statement-breakpoint
ALTER TABLE "teams" ALTER COLUMN "track" SET DEFAULT 'ordinary';--> statement-breakpoint
ALTER TABLE "teams" ALTER COLUMN "categories" SET DEFAULT '[]'::jsonb;--> statement-breakpoint
ALTER TABLE "teams" ALTER COLUMN "skills" SET DEFAULT '[]'::jsonb;--> statement-breakpoint
ALTER TABLE "case_types" ADD COLUMN "weight_source" text DEFAULT 'table' NOT NULL;--> statement-breakpoint
ALTER TABLE "case_types" ADD COLUMN "weight_reviewed" date;--> statement-breakpoint
ALTER TABLE "case_types" ADD COLUMN "weight_review_due" date;--> statement-breakpoint
ALTER TABLE "case_types" ADD COLUMN "simple_share" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "case_types" ADD COLUMN "fast_weights" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "case_types" ADD COLUMN "limit_months" double precision;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "ratio_to" jsonb;--> statement-breakpoint
ALTER TABLE "panel_answers" ADD CONSTRAINT "panel_answers_court_id_courts_id_fk" FOREIGN KEY ("court_id") REFERENCES "public"."courts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weight_events" ADD CONSTRAINT "weight_events_court_id_courts_id_fk" FOREIGN KEY ("court_id") REFERENCES "public"."courts"("id") ON DELETE cascade ON UPDATE no action;