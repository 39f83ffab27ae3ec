CREATE TABLE "wish_answers" (
	"court_id" text NOT NULL,
	"position" integer NOT NULL,
	"round" text NOT NULL,
	"person" text NOT NULL,
	"date" date NOT NULL,
	"unit" text NOT NULL,
	"rank" bigint NOT NULL,
	"met" boolean NOT NULL,
	CONSTRAINT "wish_answers_court_id_position_pk" PRIMARY KEY("court_id","position")
);
--> statement-breakpoint
ALTER TABLE "departments" ADD COLUMN "site" text;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "site" text;--> statement-breakpoint
ALTER TABLE "wish_answers" ADD CONSTRAINT "wish_answers_court_id_courts_id_fk" FOREIGN KEY ("court_id") REFERENCES "public"."courts"("id") ON DELETE cascade ON UPDATE no action;