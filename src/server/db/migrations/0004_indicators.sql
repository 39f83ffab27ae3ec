CREATE TABLE "indicators" (
	"court_id" text NOT NULL,
	"position" integer NOT NULL,
	"id" text NOT NULL,
	"version" bigint NOT NULL,
	"since" date NOT NULL,
	"name" text,
	"numerator" jsonb NOT NULL,
	"denominator" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"of" text DEFAULT 'all' NOT NULL,
	"excluded_categories" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"excluded_case_types" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"unit" text NOT NULL,
	"low" double precision,
	"high" double precision,
	"direction" text DEFAULT 'none' NOT NULL,
	"source" text,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "indicators_court_id_position_pk" PRIMARY KEY("court_id","position")
);
--> statement-breakpoint
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_court_id_courts_id_fk" FOREIGN KEY ("court_id") REFERENCES "public"."courts"("id") ON DELETE cascade ON UPDATE no action;