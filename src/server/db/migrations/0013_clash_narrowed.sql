-- A clash told before the clock could end the search for single limits: where it names any, they are irreducible.
UPDATE "runs" SET "outcome" = "outcome" || jsonb_build_object('narrowed', "outcome"->'limits' <> '[]'::jsonb)
WHERE "outcome"->>'kind' = 'clash' AND "outcome"->'narrowed' IS NULL;
