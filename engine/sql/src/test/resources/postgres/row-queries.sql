select case when jsonb_typeof(doc) <> 'array' then 'skip' when exists (select 1 from jsonb_array_elements(doc) as e where e is not null) then 'a' else 'b' end from awkward;
select name, (select count(*) from jsonb_array_elements(groups)) from aws_iam_user order by arn, 1, 2;
select name, array(select g ->> 'GroupName' from jsonb_array_elements(groups) as g order by 1) from aws_iam_user order by arn, 1, 2;
select name from aws_iam_user where 'devs' in (select g ->> 'GroupName' from jsonb_array_elements(groups) as g) order by arn;
select u.name, e.value, e.ordinality from aws_iam_user as u, jsonb_array_elements_text(u.attached_policy_arns) with ordinality as e order by u.arn, u.name, 3, 2;
select (select generate_series(1, 2));
select name, exists (select from jsonb_object_keys(data) k where k = name) from person order by 1;
select p.name, (select max(x) from (select generate_series(1, p.age) as x) s where x < p.age) from person p order by 1;
select 2 in (select g from generate_series(1, 3) g), 5 not in (select g from generate_series(1, 3) g), 5 in (select nullif(g, 2) from generate_series(1, 3) g);
