-- For each IAM user with more than one active access key: which one to keep, and the commands that end the others. Kept is
-- the key that was used last; where none was ever used, the newest.
with too_many as (
  select
    sp_connection_name,
    account_id,
    user_name
  from
    aws_iam_access_key
  where
    status = 'Active'
  group by
    sp_connection_name,
    account_id,
    user_name
  having
    count(*) > 1
),
ranked as (
  select
    u.arn,
    u.account_id,
    k.user_name,
    k.access_key_id,
    k.create_date,
    k.access_key_last_used_date,
    row_number() over (
      partition by u.sp_connection_name, u.arn
      order by k.access_key_last_used_date desc nulls last, k.create_date desc, k.access_key_id
    ) as rank
  from
    too_many as t
    join aws_iam_access_key as k
      on k.user_name = t.user_name
      and k.account_id = t.account_id
      and k.sp_connection_name = t.sp_connection_name
    join aws_iam_user as u
      on u.name = t.user_name
      and u.account_id = t.account_id
      and u.sp_connection_name = t.sp_connection_name
  where
    k.status = 'Active'
),
step as (
  select
    arn,
    account_id,
    0 as rank,
    'Keep ' || access_key_id || ': '
      || case
        when access_key_last_used_date is null then 'no key was ever used, and this is the newest'
        else 'it was used last, ' || extract(day from now() - access_key_last_used_date) || ' days ago'
      end
      || '; it is ' || extract(day from now() - create_date) || ' days old'
      || case
        when now() - create_date > interval '90 days' then ', so rotate it as well.'
        else '.'
      end as step,
    jsonb_build_array('aws', 'iam', 'list-access-keys', '--user-name=' || user_name) as command
  from
    ranked
  where
    rank = 1
  union all
  select
    arn,
    account_id,
    rank,
    'Deactivate ' || access_key_id || ': '
      || case
        when access_key_last_used_date is null then 'it was never used.'
        else 'it was used last ' || extract(day from now() - access_key_last_used_date) || ' days ago.'
      end as step,
    jsonb_build_array(
      'aws', 'iam', 'update-access-key', '--access-key-id', access_key_id, '--status', 'Inactive', '--user-name=' || user_name
    ) as command
  from
    ranked
  where
    rank > 1
  union all
  select
    arn,
    account_id,
    9 as rank,
    'Check: one key is left whose status is Active.' as step,
    jsonb_build_array('aws', 'iam', 'list-access-keys', '--user-name=' || user_name) as command
  from
    ranked
  where
    rank = 1
)
select
  arn as resource,
  step,
  command,
  account_id
from
  step
order by
  account_id,
  arn,
  rank;
