create function symbol_market(name text) returns text language sql immutable strict parallel safe
return case
    when starts_with(name, '^') then name
    when name ~ '\.[ABC]$' then ''
    else coalesce(substring(name from '[.=][A-Z0-9]+$'), substring(name from '-[A-Z]{3,}$'), '')
end;
comment on function symbol_market(text) is 'Symbols whose sessions are the same, by their ending: .L is London, -USD crypto currencies, none America; an index stands alone';
