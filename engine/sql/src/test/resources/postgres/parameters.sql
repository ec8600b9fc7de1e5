-- parameters: ann
select name, arn from aws_iam_user where name = $1 order by arn;
-- parameters: ann | 123456789012
select name, arn from aws_iam_user where name = $1 and account_id = $2 order by arn;
-- parameters: true
select count(*) from aws_iam_user where mfa_enabled = $1;
-- parameters: {}
select name from aws_iam_user where name = any($1) order by name, arn;
-- parameters: a%
select name from aws_iam_user where name like $1 order by name, arn;
-- parameters: ann | bob
select name from aws_iam_user where name in ($1, $2) order by name, arn;
-- parameters: ann
select u.name, k.access_key_id from aws_iam_user as u left join aws_iam_access_key as k on k.user_name = u.name and k.user_name = $1 order by 1, 2, u.arn;
-- parameters: 10.0.0.1
select id from awkward where addr = $1 order by id;
-- parameters: ann
select (select count(*) from aws_iam_access_key where user_name = $1), exists (select 1 from aws_iam_user where name = $1);
-- parameters: Émile
select count(*) from aws_iam_user where name = $1;
-- parameters: 5
select id from awkward where n > $1 order by id;
-- parameters: 5
select id, n > $1, n = $1, $1 < n from awkward order by id, 2;
-- parameters: 1.5
select id, x from awkward where x > $1 order by id, x;
-- parameters: 2024-01-01
select count(*) from aws_iam_user where create_date > $1;
-- parameters: {ann,bob}
select name from aws_iam_user where name = any($1) order by name, arn;
-- parameters: {ann,bob}
select name from aws_iam_user where name = any($1::text[]) order by name, arn;
-- parameters: notarray
select name from aws_iam_user where name = any($1);
-- parameters: Owner
select tags ->> $1 as v, count(*) from aws_iam_user group by v order by v;
-- parameters: ^a
select name from aws_iam_user where name ~ $1 order by name, arn;
-- parameters: 90
select count(*) from awkward where date_part('day', timestamptz '2030-01-01 00:00+00' - at) > $1;
-- parameters: 90
select count(*) from awkward where at < timestamptz '2030-01-01 00:00+00' - ($1 || ' days')::interval;
-- parameters: 90
select count(*) from awkward where at < timestamptz '2030-01-01 00:00+00' - $1 * interval '1 day';
-- parameters: 90 days
select count(*) from awkward where at < timestamptz '2030-01-01 00:00+00' - $1::interval;
-- parameters: 7
select $1::int + 1, $1::int8, $1::int * 2;
-- parameters: 7
select $1 + 1;
-- parameters: 7
select $1;
-- parameters: x
select $1::text, upper($1), $1 || 'y', length($1);
-- parameters: x
select coalesce($1, 'y'), case when $1 = 'x' then 'is x' else 'is not x' end;
-- parameters: x | y
select $2, $1, $2 || $1;
-- parameters: x
select n + $1 from awkward;
-- parameters: 1 | 10
select id from awkward where n between $1 and $2 order by id;
-- parameters: {"a": 1}
select $1::jsonb -> 'a', $1::jsonb;
-- parameters: [1, 2]
select value from jsonb_array_elements($1);
-- parameters: 3
select n from generate_series(1, $1) as n;
-- parameters: ann
select case $1 when 'ann' then 1 else 2 end, $1 is null, $1 is not distinct from 'ann', nullif($1, 'ann');
-- parameters: it's "quoted" \ and ; --
select $1::text;
-- parameters: 5 | 5
select $1::int = $2::int, $1 = $2;
-- parameters: 1
select id from awkward where id = $1::int and $1::text = '1' order by id;
-- parameters: abc
select id from awkward where n = $1;
-- parameters: 2020-02-30
select id from awkward where at > $1;
-- parameters: maybe
select count(*) from aws_iam_user where mfa_enabled = $1;
-- parameters: a
select distinct $1 as p, account_id from aws_iam_user where account_id like '1%';
-- parameters: a
select $1 as k, count(*) from aws_iam_user group by k;
-- parameters: a
select $1 union select 'b' order by 1;
-- parameters: 2024-01-01 | 2024-06-01
select count(*) from aws_iam_user where create_date between $1 and $2;
-- parameters: 2024-06-01 | 2024-01-01
select count(*) from aws_iam_user where create_date between symmetric $1 and $2;
-- parameters: 2024-06-01
select $1::date - 1, $1::timestamptz + interval '1 day', extract(year from $1::date);
-- parameters: ["arn:aws:iam::aws:policy/ReadOnlyAccess"]
select name from aws_iam_user where attached_policy_arns @> $1 order by name, arn;
-- parameters: Owner
select count(*) from aws_iam_user where tags ? $1;
-- parameters: 2
select name from aws_iam_user order by name, arn limit $1;
-- parameters: 2 | 1
select name from aws_iam_user order by name, arn limit $1 offset $2;
-- parameters: arn:aws:iam::123456789012:user/ann
select name from aws_iam_user where akas ? $1 order by name;
-- parameters: [1, 2]
select x from jsonb_array_elements_text($1::jsonb) as x order by x;
-- parameters: ann
with u as (select * from aws_iam_user where name = $1) select count(*), $1 from u;
-- parameters: 1
select jsonb_build_object('a', $1::text), to_jsonb($1::int), array[$1, 'x'];
-- parameters: a,b
select string_to_array($1, ','), split_part($1, ',', 2), unnest(string_to_array($1, ','));
-- parameters: yes
select count(*) from aws_iam_user where mfa_enabled and $1;
-- parameters: {env,owner}
select '{"env": "a", "team": "b"}'::jsonb ?& $1 as has, to_jsonb($1) - array(select jsonb_object_keys('{"env": 1}'::jsonb)) as missing, array_length($1, 1), array_to_string($1, '+');
-- parameters: 7
select 1 + $1, $1 / 2, to_jsonb($1), pg_typeof($1);
-- parameters: 7
select id from awkward where id = $1 and 'no ' || $1 = 'no 7' order by id;
-- parameters: 7
select $1 || 'x', $1 + 1;
-- parameters: {"a": 1}
select to_jsonb($1) from awkward;
-- parameters: {"a": 1}
select '{"a": 1, "b": 2}'::jsonb @> $1, $1 ->> 'a', jsonb_typeof($1);
