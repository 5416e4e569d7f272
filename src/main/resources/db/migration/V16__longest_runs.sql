-- For the page of runs, the longest first, and those that took longer than a given time.
create index batch_job_execution_longest on batch_job_execution
    ((coalesce(end_time - create_time, interval '0')) desc, job_execution_id desc);
