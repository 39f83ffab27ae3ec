ALTER TABLE "people" ADD COLUMN "court_leader" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "under_review" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "lawyer_relative" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "mentor" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "works_with" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "conflict_units" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "duty" text;