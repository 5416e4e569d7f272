-- Spring Batch's own script indexes nothing but primary keys; these serve the pages of 'openalpha runs' and the look-ups by
-- instance and execution that every start of a run makes.
create index batch_job_execution_newest on batch_job_execution (create_time desc, job_execution_id desc);
create index batch_job_execution_by_status on batch_job_execution (status, create_time desc, job_execution_id desc);
create index batch_job_execution_by_instance on batch_job_execution (job_instance_id);
create index batch_step_execution_by_execution on batch_step_execution (job_execution_id);
create index batch_job_execution_params_by_execution on batch_job_execution_params (job_execution_id);
create index batch_job_execution_params_by_run on batch_job_execution_params (parameter_value)
    where parameter_name = 'run.id';

-- What belongs to a run goes with it.
alter table run_progress add foreign key (job_instance_id) references batch_job_instance on delete cascade;
alter table collection_failure add foreign key (job_instance_id) references batch_job_instance on delete cascade;

create view run_failure as
    select job_instance_id, symbol as item, reason, detail, retryable, failed_at from collection_failure;
comment on view run_failure is 'What runs could not have, whatever their job: a job with a table of failures of its own adds it here';
