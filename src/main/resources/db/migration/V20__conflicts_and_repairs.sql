alter table corporate_action alter column kind type varchar(16);
alter table corporate_action drop constraint corporate_action_kind_check;
alter table corporate_action add constraint corporate_action_kind_check
    check (kind in ('split', 'dividend', 'capital_gain'));

-- No foreign key to symbol, as of daily_bar.
create table bar_conflict (
    symbol   varchar(20) collate "C" primary key,
    rule     varchar(32) not null,
    stored   text        not null,
    answered text        not null,
    source   varchar(32) not null,
    since    timestamptz not null,
    seen_at  timestamptz not null
);
comment on table bar_conflict is 'Symbols whose last answer contradicts itself or what is stored; what is stored was kept, until a person accepts the answer';
comment on column bar_conflict.stored is 'What is stored, in words';
comment on column bar_conflict.answered is 'What the source says, in words';

create table bar_repair (
    symbol         varchar(20) collate "C" not null,
    date           date        not null,
    rule           varchar(32) not null,
    open           double precision,
    high           double precision,
    low            double precision,
    close          double precision,
    adjusted_close double precision,
    volume         bigint,
    amount         double precision,
    source         varchar(32) not null,
    repaired_at    timestamptz not null,
    primary key (symbol, date, rule)
);
comment on table bar_repair is 'What came in place of bars and dividends that were repaired, so that a person can look and undo';
comment on column bar_repair.open is 'As it came, like the other prices; null where an amount was repaired';
comment on column bar_repair.amount is 'Of a dividend or capital gain, as it came; null where a bar was repaired';
