-- zone America/New_York
-- zone America/New_York
select at, at::date, at::timestamp from awkward order by id, at;
select at::text, to_jsonb(at), at::time from awkward order by id, at;
select at > '2021-03-14 02:30', at > date '2021-03-14', at = timestamp '2021-03-14 03:00' from awkward order by id, at;
select timestamptz '2021-03-13 12:00' + interval '1 day', timestamptz '2021-03-13 12:00' + interval '24 hours', timestamptz '2021-03-14 03:30' - interval '1 day', timestamptz '2021-11-07 00:30' + interval '1 hour' * generate_series(0, 3);
select generate_series(timestamptz '2021-03-13 12:00', timestamptz '2021-03-15 12:00', interval '1 day');
select date_trunc('day', timestamptz '2021-03-14 12:00') + interval '1 day', current_date = now()::date, at::date = '2021-03-14' from awkward order by id, at;
-- zone America/New_York
-- zone America/New_York
-- zone America/New_York
-- zone America/New_York
-- zone America/New_York
select extract(hour from at), extract(day from at), extract(timezone from at), extract(timezone_hour from at), extract(epoch from at) from awkward order by id, at;
select date_trunc('day', at), date_trunc('month', at), date_trunc('hour', at), date_trunc('year', at) from awkward order by id, at;
select at + interval '1 day', at + interval '24 hours', at - interval '1 month' from awkward order by id, at;
select timestamptz '2021-03-14 02:30', timestamptz '2021-11-07 01:30', timestamptz '2021-11-07 01:30 EST', timestamptz '2021-07-01 00:00', timestamptz '1883-11-18 12:00', timestamptz '1970-01-01 00:00', timestamptz '2050-07-01 12:00';
select timestamptz '2021-03-15 00:00' - timestamptz '2021-03-14 00:00', timestamptz '2021-11-08 00:00' - timestamptz '2021-11-07 00:00', age(timestamptz '2021-03-15 00:00', timestamptz '2021-03-14 00:00');
select '2021-03-14'::date::timestamptz, '2021-03-14 12:00'::timestamp::timestamptz, timestamptz '2021-07-01 12:00' at time zone 'UTC', timestamp '2021-07-01 12:00' at time zone 'UTC';
select to_timestamp(0), to_timestamp('2021-07-01 12:00', 'YYYY-MM-DD HH24:MI'), make_timestamptz(2021, 7, 1, 12, 0, 0);
