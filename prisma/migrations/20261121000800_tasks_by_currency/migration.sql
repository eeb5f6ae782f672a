-- A task whose events are paid in two currencies has a row for each: they are never added.
ALTER TABLE task_run DROP CONSTRAINT task_run_pkey;
CREATE INDEX task_run_task ON task_run (organization_id, task_key);
