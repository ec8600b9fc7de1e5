-- One row per IAM user: alarm if and only if more than one of its access keys is active.
-- Keys belong to a user by name, within one account as one connection sees it.
with active_key as (
  select
    sp_connection_name,
    account_id,
    user_name,
    count(*) as keys,
    string_agg(
      access_key_id || ' (' || extract(day from now() - create_date) || ' days old)',
      ', '
      order by create_date, access_key_id
    ) as ids
  from
    aws_iam_access_key
  where
    status = 'Active'
  group by
    sp_connection_name,
    account_id,
    user_name
)
select
  u.arn as resource,
  case
    when k.keys > 1 then 'alarm'
    else 'ok'
  end as status,
  case
    when k.keys > 1 then u.name || ' has ' || k.keys || ' active access keys: ' || k.ids || '.'
    when k.keys = 1 then u.name || ' has 1 active access key: ' || k.ids || '.'
    else u.name || ' has no active access key.'
  end as reason,
  u.account_id
from
  aws_iam_user as u
  left join active_key as k
    on k.user_name = u.name
    and k.account_id = u.account_id
    and k.sp_connection_name = u.sp_connection_name
order by
  u.account_id,
  u.arn;
