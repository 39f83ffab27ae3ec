CREATE TABLE "audit" (
	"number" bigint PRIMARY KEY NOT NULL,
	"entry" text NOT NULL,
	"hash" text NOT NULL,
	"at" text GENERATED ALWAYS AS ((entry::jsonb ->> 'at')) STORED,
	"actor" text GENERATED ALWAYS AS ((entry::jsonb #>> '{actor,id}')) STORED,
	"action" text GENERATED ALWAYS AS ((entry::jsonb ->> 'action')) STORED,
	"court" text GENERATED ALWAYS AS ((entry::jsonb ->> 'court')) STORED,
	"subject_kind" text GENERATED ALWAYS AS ((entry::jsonb #>> '{subject,kind}')) STORED,
	"subject_id" text GENERATED ALWAYS AS ((entry::jsonb #>> '{subject,id}')) STORED,
	"people" jsonb GENERATED ALWAYS AS ((entry::jsonb -> 'people')) STORED
);
--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_of_a_court" ON "audit" USING btree ("court","action","at");--> statement-breakpoint
CREATE INDEX "audit_people" ON "audit" USING gin ("people");