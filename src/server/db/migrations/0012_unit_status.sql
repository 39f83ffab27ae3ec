ALTER TABLE "departments" ADD COLUMN "status" text DEFAULT 'standing' NOT NULL;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "least" bigint;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "status" text DEFAULT 'standing' NOT NULL;