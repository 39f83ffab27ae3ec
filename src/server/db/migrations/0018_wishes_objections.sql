CREATE TABLE "objections" (
	"id" text PRIMARY KEY NOT NULL,
	"court_id" text NOT NULL,
	"round_id" text NOT NULL,
	"person" text NOT NULL,
	"text" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"filed_on" date NOT NULL,
	"answer_by" date NOT NULL,
	"answer" text,
	"settled_on" date,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "objections_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" text
);
--> statement-breakpoint
CREATE TABLE "wish_statements" (
	"court_id" text NOT NULL,
	"person" text NOT NULL,
	"draft" jsonb NOT NULL,
	"confirmed" jsonb,
	"confirmed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "wish_statements_court_id_person_pk" PRIMARY KEY("court_id","person")
);
--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "wishes_until" date;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "objection_days" bigint DEFAULT 5 NOT NULL;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "answer_days" bigint DEFAULT 10 NOT NULL;--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_court_id_round_id_rounds_court_id_id_fk" FOREIGN KEY ("court_id","round_id") REFERENCES "public"."rounds"("court_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wish_statements" ADD CONSTRAINT "wish_statements_court_id_courts_id_fk" FOREIGN KEY ("court_id") REFERENCES "public"."courts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_objection" ON "objections" USING btree ("court_id","round_id","person") WHERE "objections"."state" = 'open';