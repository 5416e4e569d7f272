create table symbol (
    name             varchar(20) primary key,
    title            text,
    sector           text,
    exchange         text,
    currency         varchar(10),
    enabled          boolean     not null default true,
    not_found_streak integer     not null default 0,
    last_not_found   date,
    added_at         timestamptz not null default now()
);
comment on table symbol is 'Instruments that OpenAlpha knows; the enabled ones are the universe';
comment on column symbol.not_found_streak is 'Days in a row on which no source knew the symbol';

create table quote (
    symbol     varchar(20)    not null references symbol,
    at         timestamptz    not null,
    price      numeric(30, 12) not null check (price > 0),
    volume     bigint         not null check (volume >= 0),
    currency   varchar(10)    not null,
    source     varchar(32)    not null,
    fetched_at timestamptz    not null,
    primary key (symbol, at)
) partition by range (at);
comment on table quote is 'Latest prices as collected; one partition a month (UTC) of "at", the market''s time of the price';

create table collection_failure (
    job_instance_id bigint      not null,
    symbol          varchar(20) not null references symbol,
    reason          varchar(32) not null,
    detail          text        not null,
    retryable       boolean     not null,
    failed_at       timestamptz not null,
    primary key (job_instance_id, symbol)
);
comment on table collection_failure is 'Symbols that a collection could not have, with the reason; a row goes when a retry of the same run succeeds';
create index collection_failure_by_symbol on collection_failure (symbol, failed_at desc);
