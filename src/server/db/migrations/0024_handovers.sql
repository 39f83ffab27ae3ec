CREATE TABLE "handovers" (
	"court_id" text NOT NULL,
	"round_id" text NOT NULL,
	"person" text NOT NULL,
	"draft" jsonb NOT NULL,
	"confirmed_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "handovers_court_id_round_id_person_pk" PRIMARY KEY("court_id","round_id","person")
);
--> statement-breakpoint
ALTER TABLE "handovers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_court_id_round_id_rounds_court_id_id_fk" FOREIGN KEY ("court_id","round_id") REFERENCES "public"."rounds"("court_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "read_own" ON "handovers" AS PERMISSIVE FOR SELECT TO public USING (court_id = (select nullif(current_setting('app.court', true), '')) and ((select nullif(current_setting('app.people', true), '')::jsonb) = 'true' or (select nullif(current_setting('app.people', true), '')::jsonb) ? person));