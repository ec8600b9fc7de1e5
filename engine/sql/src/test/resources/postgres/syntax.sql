select 1 -- a comment;
select /* a /* nested */ comment */ 1;
select 1 /* trailing */;
-- leading comment
select 1;
select
  1
  as
  a;
SELECT Name FROM AWS_IAM_USER WHERE Name = 'ann' ORDER BY ARN;
select 'it''s', 'a"b', '--', '/* no */', ';', '$1';
select E'a\nb', E'\\', E'it\'s', E'\u0041', e'x', E'\x41\102';
select $$a'b$$, $q$a $$ b$q$, $$multi
line$$;
select U&'\0041', U&"\0061" from (select 1 as a) as t;
select "name" from aws_iam_user order by "name", arn limit 1;
select "Name" from aws_iam_user;
select "aws_iam_user"."name" from "aws_iam_user" order by 1 limit 1;
select u."name" as "User Name", u.arn as "ARN" from aws_iam_user as u order by 1, 2 limit 2;
select 1 as "a""b", 2 as "select", 3 as "ünï", 4 as "A b C";
select 1 as select;
select from aws_account limit 0;
select from aws_account where false;
select exists (select from aws_account);
select 1 from;
selec 1;
select 1 1;
select 1,;
select 1);
select * form aws_account;
select * from aws_account where;
select 1 +;
select +;
from aws_account;
where true;
select 1 where true;
select 1 where 1 > 2;
select 1 having true;
select 1 as a, 2 as b limit 1;
select all 1;
select distinct 1;
select (((1)));
select ((select ((1))));
select 1 in ((1)), (1) in (1), ((1, 2)) = ((1, 2));
select not not true, - - 1, + - + 1, not (not (true));
select 1+1, 1 +1, 1+ 1, 1-1, 1- -1, 2*-1, -1-1;
select 1--1;
select 'a'||'b', 'a' || 'b'||'c', 1||'a';
select a.name from aws_account a, aws_account a;
select count ( * ), count( 1 ), lower ( 'A' ) , coalesce
  ('a', 'b'), split_part
  ('a/b', '/', 1);
select interval '1 day', interval'1 day', INTERVAL '1' DAY;
select date'2020-01-01', timestamp'2020-01-01', DATE '2020-01-01';
select current_date is not null, current_timestamp is not null, now() is not null, localtimestamp is not null;
select 1 as x;;
select end from (select 1 as "end") as t;
select t.end from (select 1 as "end") as t;
select title as t from aws_account t limit 0;
select name user_name, arn resource, account_id account from aws_iam_user order by 1, 2, 3 limit 1;
select *, * from (select 1 as a) as t;
select 1 limit 1 offset 0;
select 1 offset 0 limit 1;
select 1 is of (int);
select 1 <> 2, 1 != 2, 1 >= 2, 1 <= 2;
select a from (values (1)) as t(a) where a=1 and a<>2 and a<3 and a>-1;
select :x;
select [1];
select {1};
select 1 as "a" , 2 as 'b';
select 'é', '日本', '😀', 'a	b';
select 1 as é, 2 as 日本;
select false, true, null, TRUE, Null;
select on from aws_account;
select 1::int+1::int, '1'::int, (1)::text, (select 1)::text, array[1]::text[], null::text, true::text, -1::text, - 1::int;
select array [1, 2], array [ 'a' ], (array [1, 2]) [1];
