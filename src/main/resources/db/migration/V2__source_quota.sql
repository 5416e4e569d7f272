-- How many calls a source still allows, for all processes together. The columns are those that Bucket4j expects.
create table source_quota (
    id         text primary key,
    state      bytea,
    expires_at bigint
);
