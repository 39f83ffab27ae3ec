CREATE TABLE "assignments" (
	"court_id" text NOT NULL,
	"position" integer NOT NULL,
	"person" text NOT NULL,
	"unit" text NOT NULL,
	"role" text NOT NULL,
	"from" date NOT NULL,
	"until" date,
	"kind" text NOT NULL,
	"share" double precision NOT NULL,
	CONSTRAINT "assignments_court_id_position_pk" PRIMARY KEY("court_id","position")
);
--> statement-breakpoint
CREATE TABLE "case_types" (
	"court_id" text NOT NULL,
	"position" integer NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"category" text NOT NULL,
	"weights" jsonb NOT NULL,
	CONSTRAINT "case_types_court_id_position_pk" PRIMARY KEY("court_id","position")
);
--> statement-breakpoint
CREATE TABLE "caseload" (
	"court_id" text NOT NULL,
	"position" integer NOT NULL,
	"team" text NOT NULL,
	"case_type" text NOT NULL,
	"month" text NOT NULL,
	"carried" bigint NOT NULL,
	"filed" bigint NOT NULL,
	"closed" bigint NOT NULL,
	"reopened" bigint NOT NULL,
	"moved" bigint NOT NULL,
	"pending" bigint NOT NULL,
	"reported_closing_rate" double precision,
	CONSTRAINT "caseload_court_id_position_pk" PRIMARY KEY("court_id","position")
);
--> statement-breakpoint
CREATE TABLE "courts" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"example" boolean NOT NULL,
	"settings" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" text,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "departments" (
	"court_id" text NOT NULL,
	"position" integer NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"division" text,
	"floor" bigint NOT NULL,
	CONSTRAINT "departments_court_id_position_pk" PRIMARY KEY("court_id","position")
);
--> statement-breakpoint
CREATE TABLE "enforcement_cases" (
	"court_id" text NOT NULL,
	"position" integer NOT NULL,
	"id" text NOT NULL,
	"team" text NOT NULL,
	"case_type" text NOT NULL,
	"filed" date NOT NULL,
	"closed" date,
	"outcome" text,
	CONSTRAINT "enforcement_cases_court_id_position_pk" PRIMARY KEY("court_id","position")
);
--> statement-breakpoint
CREATE TABLE "kinships" (
	"court_id" text NOT NULL,
	"position" integer NOT NULL,
	"first" text NOT NULL,
	"second" text NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "kinships_court_id_position_pk" PRIMARY KEY("court_id","position")
);
--> statement-breakpoint
CREATE TABLE "leaves" (
	"court_id" text NOT NULL,
	"position" integer NOT NULL,
	"person" text NOT NULL,
	"kind" text NOT NULL,
	"from" date NOT NULL,
	"until" date,
	"consents" boolean NOT NULL,
	CONSTRAINT "leaves_court_id_position_pk" PRIMARY KEY("court_id","position")
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"court_id" text NOT NULL,
	"position" integer NOT NULL,
	"id" text NOT NULL,
	"date" date NOT NULL,
	"amount" double precision NOT NULL,
	CONSTRAINT "payments_court_id_position_pk" PRIMARY KEY("court_id","position")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"court_id" text NOT NULL,
	"position" integer NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"share" double precision NOT NULL,
	"joined" date NOT NULL,
	"left" date,
	"employment" text NOT NULL,
	"leader" boolean NOT NULL,
	CONSTRAINT "people_court_id_position_pk" PRIMARY KEY("court_id","position")
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"court_id" text NOT NULL,
	"round_id" text NOT NULL,
	"plan" jsonb NOT NULL,
	"status" text NOT NULL,
	"origin" text NOT NULL,
	"proposal" jsonb,
	"certificate" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" text,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plans_court_id_round_id_pk" PRIMARY KEY("court_id","round_id")
);
--> statement-breakpoint
CREATE TABLE "posts" (
	"court_id" text NOT NULL,
	"position" integer NOT NULL,
	"unit" text NOT NULL,
	"role" text NOT NULL,
	"fixed" double precision NOT NULL,
	"ceiling" bigint,
	CONSTRAINT "posts_court_id_position_pk" PRIMARY KEY("court_id","position")
);
--> statement-breakpoint
CREATE TABLE "preferences" (
	"court_id" text NOT NULL,
	"position" integer NOT NULL,
	"person" text NOT NULL,
	"rank" bigint NOT NULL,
	"unit" text NOT NULL,
	"role" text,
	CONSTRAINT "preferences_court_id_position_pk" PRIMARY KEY("court_id","position")
);
--> statement-breakpoint
CREATE TABLE "qualifications" (
	"court_id" text NOT NULL,
	"position" integer NOT NULL,
	"person" text NOT NULL,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"level" bigint,
	"since" date,
	"until" date,
	CONSTRAINT "qualifications_court_id_position_pk" PRIMARY KEY("court_id","position")
);
--> statement-breakpoint
CREATE TABLE "rounds" (
	"court_id" text NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "rounds_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"id" text NOT NULL,
	"name" text NOT NULL,
	"date" date NOT NULL,
	"excluded_departments" jsonb NOT NULL,
	"excluded_people" jsonb NOT NULL,
	"rules" jsonb NOT NULL,
	"goals" jsonb NOT NULL,
	"decisions" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" text,
	CONSTRAINT "rounds_court_id_id_pk" PRIMARY KEY("court_id","id")
);
--> statement-breakpoint
CREATE TABLE "runs" (
	"id" text PRIMARY KEY NOT NULL,
	"court_id" text NOT NULL,
	"round_id" text NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "runs_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"state" text NOT NULL,
	"time_limit" integer,
	"job" text,
	"progress" jsonb,
	"outcome" jsonb,
	"error" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" text,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "surveys" (
	"court_id" text NOT NULL,
	"position" integer NOT NULL,
	"id" text NOT NULL,
	"date" date NOT NULL,
	"phase" text NOT NULL,
	"satisfied" boolean NOT NULL,
	CONSTRAINT "surveys_court_id_position_pk" PRIMARY KEY("court_id","position")
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"court_id" text NOT NULL,
	"position" integer NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"department" text NOT NULL,
	"track" text NOT NULL,
	"categories" jsonb NOT NULL,
	"skills" jsonb NOT NULL,
	CONSTRAINT "teams_court_id_position_pk" PRIMARY KEY("court_id","position")
);
--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_court_id_courts_id_fk" FOREIGN KEY ("court_id") REFERENCES "public"."courts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_types" ADD CONSTRAINT "case_types_court_id_courts_id_fk" FOREIGN KEY ("court_id") REFERENCES "public"."courts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "caseload" ADD CONSTRAINT "caseload_court_id_courts_id_fk" FOREIGN KEY ("court_id") REFERENCES "public"."courts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "departments" ADD CONSTRAINT "departments_court_id_courts_id_fk" FOREIGN KEY ("court_id") REFERENCES "public"."courts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enforcement_cases" ADD CONSTRAINT "enforcement_cases_court_id_courts_id_fk" FOREIGN KEY ("court_id") REFERENCES "public"."courts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kinships" ADD CONSTRAINT "kinships_court_id_courts_id_fk" FOREIGN KEY ("court_id") REFERENCES "public"."courts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaves" ADD CONSTRAINT "leaves_court_id_courts_id_fk" FOREIGN KEY ("court_id") REFERENCES "public"."courts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_court_id_courts_id_fk" FOREIGN KEY ("court_id") REFERENCES "public"."courts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_court_id_courts_id_fk" FOREIGN KEY ("court_id") REFERENCES "public"."courts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_court_id_round_id_rounds_court_id_id_fk" FOREIGN KEY ("court_id","round_id") REFERENCES "public"."rounds"("court_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_court_id_courts_id_fk" FOREIGN KEY ("court_id") REFERENCES "public"."courts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preferences" ADD CONSTRAINT "preferences_court_id_courts_id_fk" FOREIGN KEY ("court_id") REFERENCES "public"."courts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qualifications" ADD CONSTRAINT "qualifications_court_id_courts_id_fk" FOREIGN KEY ("court_id") REFERENCES "public"."courts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_court_id_courts_id_fk" FOREIGN KEY ("court_id") REFERENCES "public"."courts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_court_id_round_id_rounds_court_id_id_fk" FOREIGN KEY ("court_id","round_id") REFERENCES "public"."rounds"("court_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_court_id_courts_id_fk" FOREIGN KEY ("court_id") REFERENCES "public"."courts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_court_id_courts_id_fk" FOREIGN KEY ("court_id") REFERENCES "public"."courts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_run_of_a_court" ON "runs" USING btree ("court_id") WHERE "runs"."state" in ('queued', 'running');