-- Lists are sorted as Danish does: upper and lower case together, æ ø å last. A server built without ICU keeps its own order.
do $$ begin
  if exists (select from pg_collation where collname = 'da-x-icu') then
    alter table processor alter column name type text collate "da-x-icu";
    alter table agreement alter column title type text collate "da-x-icu";
  end if;
end $$;
