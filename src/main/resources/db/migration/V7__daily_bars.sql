create table bar_series (
    symbol      varchar(20) primary key references symbol,
    exchange    text        not null,
    currency    varchar(10) not null,
    zone        text        not null,
    adjusted    boolean     not null,
    since       date        not null,
    until       date        not null check (until >= since),
    asked_at    timestamptz not null,
    gaps_from   date
);
comment on table bar_series is 'One row a symbol that has daily bars: where it trades, and which days were asked for';
comment on column bar_series.zone is 'Time zone of the exchange, in which its dates are';
comment on column bar_series.adjusted is 'Whether prices are adjusted for splits; if not, they are as traded and have no adjusted close';
comment on column bar_series.since is 'First day that was ever asked for; every day until "until" was';
comment on column bar_series.gaps_from is 'Day from which gaps are still to be looked for; null if none is';

-- No foreign key to symbol: checked for each of a million rows, it would cost more than all else. bar_series has one.
create table daily_bar (
    symbol         varchar(20) collate "C" not null,
    date           date             not null,
    open           double precision not null,
    high           double precision not null,
    low            double precision not null,
    close          double precision not null,
    adjusted_close double precision,
    volume         bigint           not null,
    final          boolean          not null,
    adjusted       boolean          not null,
    source         varchar(32)      not null,
    fetched_at     timestamptz      not null,
    primary key (symbol, date),
    check (low > 0 and high >= low and volume >= 0 and adjusted = (adjusted_close is not null))
);
comment on table daily_bar is 'Daily bars that passed the checks, by the date at the exchange; prices adjusted for splits, in whole currency units';
comment on column daily_bar.adjusted_close is 'Close adjusted for splits and dividends; null where prices are as traded';
comment on column daily_bar.final is 'Whether the day''s session was over when the bar was fetched; training uses no other';

create table corporate_action (
    symbol  varchar(20) collate "C" not null,
    date    date             not null,
    kind    varchar(10)      not null check (kind in ('split', 'dividend')),
    value   double precision not null check (value > 0),
    per     double precision not null check (per > 0),
    source  varchar(32)      not null,
    primary key (symbol, date, kind)
);
comment on column corporate_action.value is 'Of a split the new shares for "per" old ones; of a dividend the amount a share, adjusted for later splits';

create table bar_quarantine (
    symbol         varchar(20) collate "C" not null,
    date           date        not null,
    reason         varchar(32) not null,
    open           double precision not null,
    high           double precision not null,
    low            double precision not null,
    close          double precision not null,
    adjusted_close double precision,
    volume         bigint      not null,
    source         varchar(32) not null,
    seen_at        timestamptz not null,
    primary key (symbol, date, reason)
);
comment on table bar_quarantine is 'Bars that cannot be believed, as they came; nothing reads them but people';

create table bar_gap (
    symbol    varchar(20) collate "C" not null,
    date      date        not null,
    tries     integer     not null default 0,
    found_at  timestamptz not null,
    tried_at  timestamptz,
    primary key (symbol, date)
);
comment on table bar_gap is 'Dates on which its exchange traded and a symbol has no bar; after three tries it is taken to be absent';

create table bar_restatement (
    symbol     varchar(20) collate "C" not null,
    at         timestamptz not null,
    date       date        not null,
    old_factor double precision,
    new_factor double precision,
    reason     text        not null,
    primary key (symbol, at)
);
comment on table bar_restatement is 'When a source changed the past of a symbol, so that its whole history was fetched again';
comment on column bar_restatement.old_factor is 'Adjusted close of "date" divided by its close, both as they were stored; null if there was none';
comment on column bar_restatement.new_factor is 'Adjusted close of "date" as it is now, divided by the close that was stored';
