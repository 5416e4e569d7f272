create table source_requests (
    hour     timestamptz      not null,
    source   varchar(32)      not null,
    outcome  varchar(32)      not null,
    requests bigint           not null,
    retries  bigint           not null,
    seconds  double precision not null,
    latency  bigint[]         not null,
    primary key (hour, source, outcome)
);
comment on table source_requests is
    'Requests made to each source, by all processes; those of long ago are added up in the row of hour -infinity';
comment on column source_requests.outcome is 'answered, or the reason of the failure';
comment on column source_requests.retries is 'How many of the requests repeated one that had failed';
comment on column source_requests.latency is
    'Requests by how long they took: a number for each bound in io.openalpha.source.activity.Latencies, and one for those above';

create table source_transitions (
    hour        timestamptz not null,
    source      varchar(32) not null,
    state       varchar(16) not null check (state in ('closed', 'open', 'half_open')),
    transitions bigint      not null,
    primary key (hour, source, state)
);
comment on table source_transitions is 'How often a breaker of a source entered a state, kept as source_requests';

create table source_breaker (
    source  varchar(32)  not null,
    process varchar(100) not null,
    state   varchar(16)  not null check (state in ('closed', 'open', 'half_open')),
    since   timestamptz  not null,
    until   timestamptz,
    reason  text         not null,
    seen_at timestamptz  not null,
    primary key (source, process)
);
comment on table source_breaker is 'The breakers that ever left their closed state, a row a process; a day after its process it goes';
comment on column source_breaker.until is 'When it lets calls through again; null unless it is open';
comment on column source_breaker.seen_at is 'When its process last said so';
