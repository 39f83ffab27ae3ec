-- A clash told before there were repairs: it names its rules, and promises neither the fewest nor a way out.
UPDATE "runs" SET "outcome" = jsonb_build_object(
  'kind', 'clash', 'rules', "outcome"->'rules', 'smallest', false, 'limits', '[]'::jsonb,
  'repairs', '[]'::jsonb, 'complete', false, 'seconds', "outcome"->'seconds'
) WHERE "outcome"->>'kind' = 'clash' AND "outcome"->'repairs' IS NULL;
