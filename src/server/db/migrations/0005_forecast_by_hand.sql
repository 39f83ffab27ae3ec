CREATE TABLE "forecast_marks" (
	"court_id" text NOT NULL,
	"position" integer NOT NULL,
	"unit" text,
	"by" text,
	"on" date NOT NULL,
	"month" text NOT NULL,
	"mark" text NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "forecast_marks_court_id_position_pk" PRIMARY KEY("court_id","position")
);
--> statement-breakpoint
CREATE TABLE "forecast_overrides" (
	"court_id" text NOT NULL,
	"position" integer NOT NULL,
	"unit" text,
	"by" text,
	"on" date NOT NULL,
	"month" text NOT NULL,
	"value" double precision NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "forecast_overrides_court_id_position_pk" PRIMARY KEY("court_id","position")
);
--> statement-breakpoint
ALTER TABLE "forecast_marks" ADD CONSTRAINT "forecast_marks_court_id_courts_id_fk" FOREIGN KEY ("court_id") REFERENCES "public"."courts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forecast_overrides" ADD CONSTRAINT "forecast_overrides_court_id_courts_id_fk" FOREIGN KEY ("court_id") REFERENCES "public"."courts"("id") ON DELETE cascade ON UPDATE no action;