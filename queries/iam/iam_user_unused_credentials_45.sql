-- One row per IAM user: alarm if a password or an active key of it was not used for 45 days or more. What was never used
-- counts from when it was made.
with credential as (
  select
    user_arn,
    user_name,
    account_id,
    password_enabled,
    access_key_1_active,
    access_key_2_active,
    now() - coalesce(password_last_used, password_last_changed) as password_idle,
    now() - coalesce(access_key_1_last_used_date, access_key_1_last_rotated) as key_1_idle,
    now() - coalesce(access_key_2_last_used_date, access_key_2_last_rotated) as key_2_idle
  from
    aws_iam_credential_report
  where
    user_name <> '<root_account>'
)
select
  user_arn as resource,
  case
    when password_enabled and password_idle >= interval '45 days' then 'alarm'
    when access_key_1_active and key_1_idle >= interval '45 days' then 'alarm'
    when access_key_2_active and key_2_idle >= interval '45 days' then 'alarm'
    when password_enabled and password_idle is null then 'error'
    when access_key_1_active and key_1_idle is null then 'error'
    when access_key_2_active and key_2_idle is null then 'error'
    else 'ok'
  end as status,
  user_name || ': ' || concat_ws(
    ', ',
    case
      when password_enabled then 'password idle for ' || coalesce(extract(day from password_idle) || ' days', 'an unknown time')
      else 'no password'
    end,
    case
      when access_key_1_active then 'key 1 idle for ' || coalesce(extract(day from key_1_idle) || ' days', 'an unknown time')
      else 'key 1 not active'
    end,
    case
      when access_key_2_active then 'key 2 idle for ' || coalesce(extract(day from key_2_idle) || ' days', 'an unknown time')
      else 'key 2 not active'
    end
  ) || '.' as reason,
  account_id
from
  credential
order by
  account_id,
  user_arn;
