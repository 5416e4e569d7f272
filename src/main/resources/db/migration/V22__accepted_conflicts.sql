-- No foreign key to symbol, as of daily_bar.
create table accepted_conflict (
    symbol varchar(20) collate "C" not null,
    rule   varchar(32) not null,
    date   date        not null,
    primary key (symbol, rule, date)
);
comment on table accepted_conflict is 'Contradictions within stored series that a person has accepted; answers that have them are in no conflict because of them';
comment on column accepted_conflict.date is 'Of the first bar, or of the action, that breaks the rule';
