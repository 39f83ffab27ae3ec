ALTER TABLE "assignments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "campaigns" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "case_types" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "caseload" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "cases" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "courts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "departments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "forecast_marks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "forecast_overrides" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "held_funds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "indicators" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "kinships" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "leaves" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "messages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "objections" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "panel_answers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "payments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "people" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "plans" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "posts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "preferences" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "qualifications" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "rounds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "surveys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "teams" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "weight_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "wish_answers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "wish_statements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "read_own" ON "assignments" AS PERMISSIVE FOR SELECT TO public USING (court_id = (select nullif(current_setting('app.court', true), '')));--> statement-breakpoint
CREATE POLICY "read_own" ON "campaigns" AS PERMISSIVE FOR SELECT TO public USING (court_id = (select nullif(current_setting('app.court', true), '')));--> statement-breakpoint
CREATE POLICY "read_own" ON "case_types" AS PERMISSIVE FOR SELECT TO public USING (court_id = (select nullif(current_setting('app.court', true), '')));--> statement-breakpoint
CREATE POLICY "read_own" ON "caseload" AS PERMISSIVE FOR SELECT TO public USING (court_id = (select nullif(current_setting('app.court', true), '')));--> statement-breakpoint
CREATE POLICY "read_own" ON "cases" AS PERMISSIVE FOR SELECT TO public USING (court_id = (select nullif(current_setting('app.court', true), '')));--> statement-breakpoint
CREATE POLICY "read_own" ON "courts" AS PERMISSIVE FOR SELECT TO public USING (id = (select nullif(current_setting('app.court', true), '')));--> statement-breakpoint
CREATE POLICY "read_own" ON "departments" AS PERMISSIVE FOR SELECT TO public USING (court_id = (select nullif(current_setting('app.court', true), '')));--> statement-breakpoint
CREATE POLICY "read_own" ON "forecast_marks" AS PERMISSIVE FOR SELECT TO public USING (court_id = (select nullif(current_setting('app.court', true), '')));--> statement-breakpoint
CREATE POLICY "read_own" ON "forecast_overrides" AS PERMISSIVE FOR SELECT TO public USING (court_id = (select nullif(current_setting('app.court', true), '')));--> statement-breakpoint
CREATE POLICY "read_own" ON "held_funds" AS PERMISSIVE FOR SELECT TO public USING (court_id = (select nullif(current_setting('app.court', true), '')));--> statement-breakpoint
CREATE POLICY "read_own" ON "indicators" AS PERMISSIVE FOR SELECT TO public USING (court_id = (select nullif(current_setting('app.court', true), '')));--> statement-breakpoint
CREATE POLICY "read_own" ON "kinships" AS PERMISSIVE FOR SELECT TO public USING (court_id = (select nullif(current_setting('app.court', true), '')) and ((select nullif(current_setting('app.people', true), '')::jsonb) = 'true' or (select nullif(current_setting('app.people', true), '')::jsonb) ? first or (select nullif(current_setting('app.people', true), '')::jsonb) ? second));--> statement-breakpoint
CREATE POLICY "read_own" ON "leaves" AS PERMISSIVE FOR SELECT TO public USING (court_id = (select nullif(current_setting('app.court', true), '')));--> statement-breakpoint
CREATE POLICY "read_own" ON "messages" AS PERMISSIVE FOR SELECT TO public USING (user_id = (select nullif(current_setting('app.account', true), '')) and (person is null or (court_id = (select nullif(current_setting('app.court', true), '')) and person = (select nullif(current_setting('app.person', true), '')))));--> statement-breakpoint
CREATE POLICY "read_own" ON "objections" AS PERMISSIVE FOR SELECT TO public USING (court_id = (select nullif(current_setting('app.court', true), '')) and ((select nullif(current_setting('app.people', true), '')::jsonb) = 'true' or (select nullif(current_setting('app.people', true), '')::jsonb) ? person));--> statement-breakpoint
CREATE POLICY "read_own" ON "panel_answers" AS PERMISSIVE FOR SELECT TO public USING (court_id = (select nullif(current_setting('app.court', true), '')));--> statement-breakpoint
CREATE POLICY "read_own" ON "payments" AS PERMISSIVE FOR SELECT TO public USING (court_id = (select nullif(current_setting('app.court', true), '')));--> statement-breakpoint
CREATE POLICY "read_own" ON "people" AS PERMISSIVE FOR SELECT TO public USING (court_id = (select nullif(current_setting('app.court', true), '')));--> statement-breakpoint
CREATE POLICY "read_own" ON "plans" AS PERMISSIVE FOR SELECT TO public USING (court_id = (select nullif(current_setting('app.court', true), '')));--> statement-breakpoint
CREATE POLICY "read_own" ON "posts" AS PERMISSIVE FOR SELECT TO public USING (court_id = (select nullif(current_setting('app.court', true), '')));--> statement-breakpoint
CREATE POLICY "read_own" ON "preferences" AS PERMISSIVE FOR SELECT TO public USING (court_id = (select nullif(current_setting('app.court', true), '')) and ((select nullif(current_setting('app.people', true), '')::jsonb) = 'true' or (select nullif(current_setting('app.people', true), '')::jsonb) ? person));--> statement-breakpoint
CREATE POLICY "read_own" ON "qualifications" AS PERMISSIVE FOR SELECT TO public USING (court_id = (select nullif(current_setting('app.court', true), '')));--> statement-breakpoint
CREATE POLICY "read_own" ON "rounds" AS PERMISSIVE FOR SELECT TO public USING (court_id = (select nullif(current_setting('app.court', true), '')));--> statement-breakpoint
CREATE POLICY "read_own" ON "surveys" AS PERMISSIVE FOR SELECT TO public USING (court_id = (select nullif(current_setting('app.court', true), '')));--> statement-breakpoint
CREATE POLICY "read_own" ON "teams" AS PERMISSIVE FOR SELECT TO public USING (court_id = (select nullif(current_setting('app.court', true), '')));--> statement-breakpoint
CREATE POLICY "read_own" ON "weight_events" AS PERMISSIVE FOR SELECT TO public USING (court_id = (select nullif(current_setting('app.court', true), '')));--> statement-breakpoint
CREATE POLICY "read_own" ON "wish_answers" AS PERMISSIVE FOR SELECT TO public USING (court_id = (select nullif(current_setting('app.court', true), '')) and ((select nullif(current_setting('app.people', true), '')::jsonb) = 'true' or (select nullif(current_setting('app.people', true), '')::jsonb) ? person));--> statement-breakpoint
CREATE POLICY "read_own" ON "wish_statements" AS PERMISSIVE FOR SELECT TO public USING (court_id = (select nullif(current_setting('app.court', true), '')) and ((select nullif(current_setting('app.people', true), '')::jsonb) = 'true' or person = (select nullif(current_setting('app.person', true), ''))));