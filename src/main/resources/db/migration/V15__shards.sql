-- The part of the symbols that a process takes: the first four bytes of SHA-256, as in class Shard, modulo the number of parts.
create function symbol_hash(name text) returns bigint language sql stable parallel safe
    return ('x' || left(encode(sha256(convert_to(name, 'UTF8')), 'hex'), 8))::bit(32)::bigint;
comment on function symbol_hash(text) is 'Divides symbols among shards; never to be changed, as processes of two versions may work on one cycle';

-- Pages of a collection; the primary key serves them only where the database's own collation is C.
create index symbol_enabled on symbol (name collate "C") where enabled;

alter table run_lock add column shards integer not null default 1;
comment on column run_lock.shards is 'Into how many shards the run is divided that holds the lock; they share it, and each has one of its own';

create table source_rate (
    source    varchar(32) primary key,
    rate      integer     not null check (rate > 0),
    slowdowns bigint      not null,
    successes integer     not null
);
comment on table source_rate is 'Calls a second that a source bears, for all processes together';
comment on column source_rate.slowdowns is 'How often the rate was halved; calls that were under way together halve it once';
comment on column source_rate.successes is 'Calls that succeeded since the rate last changed';

create unlogged table source_permit (
    source     varchar(32) not null references source_rate,
    process    uuid        not null,
    permits    integer     not null check (permits >= 0),
    expires_at timestamptz not null,
    primary key (source, process)
);
comment on table source_permit is 'How many of the calls a second each living process may make; one that says nothing for seconds is taken to be dead';
