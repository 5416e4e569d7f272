-- Partitions that were named in the digits of the user's language (Arabic, Persian, Thai …) get the name by which they are looked for.
do $$
declare
    each record;
begin
    set local timezone = 'UTC';
    for each in
        select p.name, 'quote_' || to_char((regexp_match(p.bound, 'FROM \(''([^'']+)''\)'))[1]::timestamptz, 'YYYY_MM') as right_name
        from (select c.relname as name, pg_get_expr(c.relpartbound, c.oid) as bound
              from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'quote'::regclass) p
        where p.name ~ '^quote_' and p.name !~ '^quote_[0-9]{4,}_[0-9]{2}$' and p.bound ~ 'FROM \('''
    loop
        if to_regclass(quote_ident(each.right_name)) is null then
            execute format('alter table %I rename to %I', each.name, each.right_name);
        end if;
    end loop;
end $$;
