-- zone America/New_York
-- zone America/New_York
select at, at::date, at::timestamp from awkward order by id, at;
select at::text, to_jsonb(at), at::time from awkward order by id, at;
select at > '2021-03-14 02:30', at > date '2021-03-14', at = timestamp '2021-03-14 03:00' from awkward order by id, at;
select timestamptz '2021-03-13 12:00' + interval '1 day', timestamptz '2021-03-13 12:00' + interval '24 hours', timestamptz '2021-03-14 03:30' - interval '1 day', timestamptz '2021-11-07 00:30' + interval '1 hour' * generate_series(0, 3);
select generate_series(timestamptz '2021-03-13 12:00', timestamptz '2021-03-15 12:00', interval '1 day');
select date_trunc('day', timestamptz '2021-03-14 12:00') + interval '1 day', current_date = now()::date, at::date = '2021-03-14' from awkward order by id, at;
