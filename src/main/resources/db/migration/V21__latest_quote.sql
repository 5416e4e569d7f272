create view latest_quote as
select s.name as symbol, q.at, q.price, q.volume, q.currency, q.source, q.fetched_at
from symbol s
cross join lateral (select at, source from quote where symbol = s.name order by at desc limit 1) n
cross join lateral (
    select * from quote where symbol = s.name and at > n.at - interval '12 hours' and (at = n.at or source <> n.source)
    order by fetched_at desc, at desc limit 1) q;
comment on view latest_quote is 'The latest quote of each symbol: the one that the market stamped last, or that of another source for the same session if it was fetched later, for a fallback that knows the day alone stamps its price with the session''s open';
