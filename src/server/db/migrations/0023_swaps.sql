CREATE TABLE "swaps" (
	"id" text PRIMARY KEY NOT NULL,
	"court_id" text NOT NULL,
	"round_id" text NOT NULL,
	"person" text NOT NULL,
	"other" text NOT NULL,
	"text" text NOT NULL,
	"state" text DEFAULT 'asked' NOT NULL,
	"plan" integer NOT NULL,
	"asked_on" date NOT NULL,
	"answered_on" date,
	"answer" text,
	"settled_on" date,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "swaps_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" text
);
--> statement-breakpoint
ALTER TABLE "swaps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "swaps" ADD CONSTRAINT "swaps_court_id_round_id_rounds_court_id_id_fk" FOREIGN KEY ("court_id","round_id") REFERENCES "public"."rounds"("court_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_swap" ON "swaps" USING btree ("court_id","round_id","person") WHERE "swaps"."state" in ('asked', 'agreed');--> statement-breakpoint
CREATE POLICY "read_own" ON "swaps" AS PERMISSIVE FOR SELECT TO public USING (court_id = (select nullif(current_setting('app.court', true), '')) and ((select nullif(current_setting('app.people', true), '')::jsonb) = 'true' or (select nullif(current_setting('app.person', true), '')) in (person, other)));