CREATE TABLE "review_answers" (
	"court_id" text NOT NULL,
	"round_id" text NOT NULL,
	"division" text NOT NULL,
	"person" text NOT NULL,
	"from" text,
	"to" text,
	"verdict" text NOT NULL,
	"reason" text NOT NULL,
	"on" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" text,
	CONSTRAINT "review_answers_court_id_round_id_division_person_pk" PRIMARY KEY("court_id","round_id","division","person")
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"court_id" text NOT NULL,
	"round_id" text NOT NULL,
	"on" date NOT NULL,
	"until" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" text,
	CONSTRAINT "reviews_court_id_round_id_pk" PRIMARY KEY("court_id","round_id")
);
--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "review_days" bigint DEFAULT 5 NOT NULL;--> statement-breakpoint
ALTER TABLE "review_answers" ADD CONSTRAINT "review_answers_court_id_round_id_reviews_court_id_round_id_fk" FOREIGN KEY ("court_id","round_id") REFERENCES "public"."reviews"("court_id","round_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_court_id_round_id_rounds_court_id_id_fk" FOREIGN KEY ("court_id","round_id") REFERENCES "public"."rounds"("court_id","id") ON DELETE cascade ON UPDATE no action;