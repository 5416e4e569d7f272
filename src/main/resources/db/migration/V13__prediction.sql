create table prediction (
    symbol      varchar(20) collate "C" not null,
    as_of       date        not null,
    version     varchar(80) collate "C" not null,
    algorithm   varchar(60) collate "C" not null,
    label       varchar(20) not null,
    horizon     smallint    not null check (horizon > 0),
    probability real        not null check (probability between 0 and 1),
    made_at     timestamptz not null,
    primary key (symbol, as_of, version)
);
create index prediction_by_day on prediction (as_of);
comment on table prediction is 'What the models that served said of each symbol after a close, as it was said then; rows are never changed';
comment on column prediction.as_of is 'Day, at the exchange, after whose close the prediction is made; it knows nothing of later days';
comment on column prediction.version is 'The version that served; it may have been removed since';
comment on column prediction.label is 'What the probability is that of: above_median or direction, over the horizon in traded days';

create table prediction_outcome (
    symbol         varchar(20) collate "C" not null,
    as_of          date     not null,
    label          varchar(20) not null,
    horizon        smallint not null,
    forward_return double precision not null,
    came_true      boolean  not null,
    due            date     not null check (due > as_of),
    settled_at     timestamptz not null default clock_timestamp(),
    primary key (symbol, as_of, label, horizon)
);
create index prediction_outcome_by_day on prediction_outcome (as_of);
comment on table prediction_outcome is 'What came of what was predicted, by the labels of the training; rows are never changed';
comment on column prediction_outcome.forward_return is 'From the open of the next traded day to the open "horizon" traded days later; 0.01 is one percent';
comment on column prediction_outcome.came_true is 'Whether the label is 1: above the median of all symbols, or above 0';
comment on column prediction_outcome.due is 'The traded day at whose open the outcome was known';

create function prediction_is_not_rewritten() returns trigger language plpgsql as $$
begin
    raise exception '% holds what was said and what came of it: % is not allowed', tg_table_name, lower(tg_op);
end $$;

create trigger prediction_unchanged before update on prediction
    for each statement execute function prediction_is_not_rewritten();
create trigger prediction_outcome_unchanged before update on prediction_outcome
    for each statement execute function prediction_is_not_rewritten();
