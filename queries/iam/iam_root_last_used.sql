-- One row per account: alarm if the root user signed in, or one of its keys was used, in the last 90 days.
with root as (
  select
    user_arn,
    account_id,
    greatest(password_last_used, access_key_1_last_used_date, access_key_2_last_used_date) as last_used
  from
    aws_iam_credential_report
  where
    user_name = '<root_account>'
)
select
  user_arn as resource,
  case
    when now() - last_used <= interval '90 days' then 'alarm'
    else 'ok'
  end as status,
  case
    when last_used is null then 'The root user of account ' || account_id || ' was never used.'
    else 'The root user of account ' || account_id || ' was last used ' || extract(day from now() - last_used) || ' days ago.'
  end as reason,
  account_id
from
  root
order by
  account_id;
