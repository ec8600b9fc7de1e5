select 1 = '1', '1' = 1, 2.5 > '2', true = 'yes', 'f' = false;

select data = '{"k": "v"}', data <> '[]' from person where name = 'ann';

select name from person where data in ('{"k": "v"}', '{"k": "w"}') order by 1;

select coalesce(data, '[]') from person order by name;

select case when age > 35 then data else '[]' end from person order by name;

select data from person where name = 'ann' union all select '[]' union all select '{"b":1,"a":2}' order by 1;

select 1 + '2', '3' * 2, 7 / '2', 1.5 + '1';

select 1 = 'x';

select 'x'::int;

select '1'::bool, 'abc'::bool;

select 1 union select '2' order by 1;

select 1 union select 'x';

select 1 union select true;

select case when true then 1 else 'x' end;

select case when true then 1 else '2' end, case when false then 1.5 else 2 end;

select coalesce(1, 'x');

select coalesce(null, 1), coalesce(1, 2.5), coalesce(null, null);

select coalesce(1, true);

select greatest(1, 2.5, '7'), least('b', 'a', null), greatest(null, null);

select 'a' = 1;

select name = 1 from person;

select age = name from person;

select born > '2000-01-01' from person order by name;

select born between '1990-01-01' and '2010-01-01' from person order by name;

select name from person where born between symmetric '2010-01-01' and '1990-01-01' order by 1;

select 5 not between 1 and 3, 2 between symmetric 3 and 1, null between 1 and 2;

select (1, 2) = (1, 2), (1, 2) < (1, 3), (1, 'b') >= (1, 'a'), (1, 2) <> (1, null), (2, null) > (1, 1);

select (1, 2) in ((1, 2), (3, 4)), (5, 6) not in ((1, 2));

select age in (30, '41') from person order by name;

select 1 in ('1', 2), 'a' in ('b', null), 'a' in ('a', null);

select array[1, 2, 3], array['a', 'b c', null], array[1, 2.5], array[[1, 2], [3, 4]], array[]::int[], array[]::text[];

select array[];

select '{a,b}'::text[], '{1,2}'::int[], '{{1,2},{3,4}}'::int[], '{}'::text[], '{"a b",NULL,"NULL",""}'::text[];

select '{a,b'::text[];

select 'a'::text[];

select '{1,x}'::int[];

select array[1, 2]::text[], array['1', '2']::int[], array[1, 'a']::text[], array[null]::text[];

select (array[1, 2, 3])[2], (array['a', 'b'])[3], (array[[1, 2], [3, 4]])[2][1], (array[[1, 2], [3, 4]])[2];

select 1 = any (array[1, 2]), 3 <> all (array[1, 2]), 3 = any (array[1, null]), 1 = any ('{1,2}'), 'a' = any ('{b,a}'), 2 > all (array[1, 0]);

select name from person where name = any (array['ann', 'bob']) order by 1;

select name from person where age = any ('{30,41}') order by 1;

select 1 = any (1);

select 'abc' like any (array['a%', 'b%']), 'abc' not like all (array['x%', 'b%']), 'ABC' ilike any ('{a%}'), 'x' like all (array[]::text[]), 'x' like any (array[null, 'x']);

select name from person where name like any (array['a%', 'b%']) order by 1;

select 1e5, 1.5e-3, 1e0, 12345678901234567890;

select 1.50::numeric(10,1), 1.25::numeric(3,1), 12.5::numeric(3), '7'::numeric(5,2), 'abcdef'::varchar(3);

select 1234.5::numeric(5,2);

select 2147483647::int + 1;

select 32767::smallint + 1::smallint;

select 9223372036854775807 + 1;

select 40000::smallint;

select 3000000000::int;

select 1::bool, 0::bool, true::int, 5::bigint::bool;

select 5::bigint::bool;

select now()::int;

select '[]'::jsonb::int;

select '1'::jsonb::int, '1.5'::jsonb::numeric, 'true'::jsonb::bool, '1.6'::jsonb::int;

select 'true'::jsonb::int;

select '"a"'::jsonb::text, '"5"'::jsonb::int;

select true is unknown, null::bool is unknown, null::bool is not unknown;

select 1::foo;

select abs('-5'), abs(-5.5), lower(5);

-- wording differs
select lowerr('x');

select round(2.567, '1');

select substr('abc', 2), length('abc'::varchar(2));

select -'5'::int, - 5, +5, -(-2.5);

select name from person where age in (select 30) order by 1;

select name from person where '30' in (select age from person) and name = 'ann';

select name from person where age not in (select age from person where age > 35) order by 1;

select nullif(1, 1), nullif('a', 'b'), nullif(1.5, '1.5'), nullif(data, '{}') from person where name = 'ann';

select 'x' as a, null as b, 'y' || null as c;

select a, b from (values (1, 'x'), (2, null)) as v(a, b) order by 1;

select a from (values (1), (2.5), ('3')) as v(a) order by 1;

select max(age), min(name), max(born), sum(score) from person;

select max(data) from person;

select sum(name) from person;

select 'a' < 'b', 'a' < 'B', 'é' > 'z';

select date '2024-01-31' = '2024-01-31', date '2024-01-31' < timestamp '2024-02-01';
