create table model_version (
    version         varchar(80) collate "C" primary key,
    algorithm       varchar(60) collate "C" not null,
    state           varchar(10) not null default 'draft' check (state in ('draft', 'published', 'discarded')),
    begun_at        timestamptz not null default now(),
    published_at    timestamptz,
    sha256          char(64) check (sha256 ~ '^[0-9a-f]{64}$'),
    manifest        jsonb,
    job_instance_id bigint references batch_job_instance on delete set null,
    unique (algorithm, version, state),
    check (version ~ ('^' || algorithm || '_[0-9]{8}_[0-9]{6}$')),
    check (state <> 'published' or (published_at is not null and sha256 is not null and manifest is not null))
);
comment on table model_version is 'Every version of a model of which something may be in the model store; only published ones are seen';
comment on column model_version.state is
    'A draft is being uploaded, or was when its process died; a discarded version''s artifact is to be removed';
comment on column model_version.sha256 is 'Of model.pb, in hexadecimal; also in the manifest';
comment on column model_version.job_instance_id is 'The training run; null if it was purged, or if there was none';

create table model_decision (
    id         bigint generated always as identity primary key,
    algorithm  varchar(60) collate "C" not null,
    version    varchar(80) collate "C" not null,
    ruling     varchar(12) not null
               check (ruling in ('promoted', 'provisional', 'rejected', 'waiting', 'rolled_back')),
    before     bigint references model_decision check (before < id),
    decided_at timestamptz not null default clock_timestamp(),
    decided_by text        not null,
    reason     text        not null,
    numbers    jsonb       not null
);
create index model_decision_by_version on model_decision (version, id);
comment on table model_decision is 'Every decision on which version serves, with its numbers; it outlives the version';
comment on column model_decision.before is 'The promotion that was in force before this one: the way back for a rollback';

create table promoted_model (
    algorithm varchar(60) collate "C" primary key,
    version   varchar(80) collate "C" not null,
    state     varchar(10) not null default 'published' check (state = 'published'),
    decision  bigint not null references model_decision,
    foreign key (algorithm, version, state) references model_version (algorithm, version, state)
);
comment on table promoted_model is 'The version of each algorithm that serves: one, published, and not to be removed while it does';
comment on column promoted_model.decision is 'The promotion of this version';
comment on column promoted_model.state is 'Ties the row to the version''s state, so that a version that serves cannot be discarded';

create function notify_model_registry() returns trigger language plpgsql as $$
begin
    perform pg_notify('model_registry', new.version);
    return null;
end $$;
comment on function notify_model_registry() is 'Tells the processes that serve of another promoted version, once it is committed';

create trigger promoted_model_changed after insert or update on promoted_model
    for each row execute function notify_model_registry();
