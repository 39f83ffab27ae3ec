CREATE TABLE "campaigns" (
	"court_id" text NOT NULL,
	"position" integer NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"from" date NOT NULL,
	"until" date NOT NULL,
	"units" jsonb NOT NULL,
	"target_kind" text NOT NULL,
	"target" double precision NOT NULL,
	"note" text,
	CONSTRAINT "campaigns_court_id_position_pk" PRIMARY KEY("court_id","position")
);
--> statement-breakpoint
CREATE TABLE "held_funds" (
	"court_id" text NOT NULL,
	"position" integer NOT NULL,
	"date" date NOT NULL,
	"overdue_count" bigint NOT NULL,
	"overdue_amount" double precision NOT NULL,
	"unidentified_count" bigint NOT NULL,
	"unidentified_amount" double precision NOT NULL,
	CONSTRAINT "held_funds_court_id_position_pk" PRIMARY KEY("court_id","position")
);
--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "subject" text;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_court_id_courts_id_fk" FOREIGN KEY ("court_id") REFERENCES "public"."courts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_funds" ADD CONSTRAINT "held_funds_court_id_courts_id_fk" FOREIGN KEY ("court_id") REFERENCES "public"."courts"("id") ON DELETE cascade ON UPDATE no action;