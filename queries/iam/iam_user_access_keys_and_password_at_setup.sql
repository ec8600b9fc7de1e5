-- One row per IAM user: alarm if it has a console password and a key that was made together with the user: within ten
-- seconds, as the console does it.
with setup as (
  select
    user_arn,
    user_name,
    account_id,
    password_enabled,
    least(access_key_1_last_rotated, access_key_2_last_rotated) - user_creation_time as key_after
  from
    aws_iam_credential_report
  where
    user_name <> '<root_account>'
)
select
  user_arn as resource,
  case
    when password_enabled and key_after < interval '10 seconds' then 'alarm'
    else 'ok'
  end as status,
  case
    when not password_enabled then user_name || ' has no console password.'
    when key_after is null then user_name || ' has a console password and no access key.'
    when key_after < interval '10 seconds' then user_name || ' has a console password and an access key that was made together with the user.'
    else user_name || ' has a console password and made its access key later.'
  end as reason,
  account_id
from
  setup
order by
  account_id,
  user_arn;
