CREATE TABLE "imports" (
	"id" text PRIMARY KEY NOT NULL,
	"court_id" text NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "imports_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"mode" text NOT NULL,
	"state" text NOT NULL,
	"stage" text NOT NULL,
	"rows" integer DEFAULT 0 NOT NULL,
	"based_on" integer NOT NULL,
	"preview" jsonb,
	"problems" jsonb,
	"error" jsonb,
	"touched_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" text,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_court_id_courts_id_fk" FOREIGN KEY ("court_id") REFERENCES "public"."courts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "imports_of_a_court" ON "imports" USING btree ("court_id");--> statement-breakpoint
CREATE UNIQUE INDEX "case_of_a_court" ON "cases" USING btree ("court_id",id);--> statement-breakpoint
CREATE INDEX "cases_filed" ON "cases" USING btree ("court_id",filed);--> statement-breakpoint
CREATE INDEX "cases_closed" ON "cases" USING btree ("court_id",closed);