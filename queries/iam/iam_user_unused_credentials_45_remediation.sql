-- For each IAM user with credentials that were idle for 45 days: the commands that switch off just those. A key of the
-- credential report is found by the time when it was made.
with idle as (
  select
    user_arn,
    user_name,
    account_id,
    sp_connection_name,
    password_enabled and now() - coalesce(password_last_used, password_last_changed) >= interval '45 days' as password_idle
  from
    aws_iam_credential_report
  where
    user_name <> '<root_account>'
    and (
      password_enabled and now() - coalesce(password_last_used, password_last_changed) >= interval '45 days'
      or access_key_1_active and now() - coalesce(access_key_1_last_used_date, access_key_1_last_rotated) >= interval '45 days'
      or access_key_2_active and now() - coalesce(access_key_2_last_used_date, access_key_2_last_rotated) >= interval '45 days'
    )
),
step as (
  select
    user_arn,
    account_id,
    '' as access_key_id,
    'Take the console password away.' as step,
    jsonb_build_array('aws', 'iam', 'delete-login-profile', '--user-name=' || user_name) as command
  from
    idle
  where
    password_idle
  union all
  select
    i.user_arn,
    i.account_id,
    k.access_key_id,
    'Deactivate ' || k.access_key_id || ', idle for '
      || extract(day from now() - coalesce(k.access_key_last_used_date, k.create_date)) || ' days.' as step,
    jsonb_build_array(
      'aws', 'iam', 'update-access-key', '--access-key-id', k.access_key_id, '--status', 'Inactive', '--user-name=' || i.user_name
    ) as command
  from
    idle as i
    join aws_iam_access_key as k
      on k.user_name = i.user_name
      and k.account_id = i.account_id
      and k.sp_connection_name = i.sp_connection_name
  where
    k.status = 'Active'
    and now() - coalesce(k.access_key_last_used_date, k.create_date) >= interval '45 days'
)
select
  user_arn as resource,
  step,
  command,
  account_id
from
  step
order by
  account_id,
  user_arn,
  access_key_id;
